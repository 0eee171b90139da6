import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { type Dimension, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { yearGrid } from '../education-counts.ts';
import { totalAndPartsFormat } from '../education-formats.ts';
import { censusCaveats, childrenInNeedPage, education, educationAreaTypes } from '../education-publisher.ts';

/** Whom a factor concerns: the child, a parent or carer, or another person in the household. */
const concerning = ['child', 'parent', 'person'] as const;
const byPerson = [
  'Alcohol_Misuse',
  'Drug_Misuse',
  'Domestic_Abuse',
  'Mental_Health',
  'Learning_Disability',
  'Physical_Disability',
];

/** The headings of the table. Source: Department for Education, children in need, table C3. */
const headings: readonly string[] = [
  ...byPerson.flatMap((factor) => concerning.map((person) => `${factor}_${person}`)),
  'Young_Carer',
  'Privately_fostered',
  'Unaccompanied_asylum_seeker',
  'Going_missing',
  'Child_sexual_exploitation',
  'Trafficking',
  'Gangs',
  'Socially_unacceptable_behaviour',
  'Self_harm',
  'Neglect',
  'Emotional_Abuse',
  'Physical_Abuse_unknown',
  'Physical_Abuse_child_on_child',
  'Physical_Abuse_adult_on_child',
  'Sexual_Abuse_unknown',
  'Sexual_Abuse_child_on_child',
  'Sexual_Abuse_adult_on_child',
  'Female_Genital_Mutilation',
  'Faith_linked_abuse',
  'Child_criminal_exploitation',
  'Other',
];

/** A heading for people: `Domestic abuse: parent`, `Physical abuse: child on child`, `Young carer`. */
function labelOf(heading: string): string {
  const words = heading.replaceAll('_', ' ').toLowerCase();
  const parted = words.replace(/ ((?:child|adult) on child|child|parent|person|unknown)$/, ': $1');
  return `${parted.charAt(0).toUpperCase()}${parted.slice(1)}`;
}

const factor: Dimension = {
  id: 'factor',
  label: 'Factor found at the end of an assessment',
  choices: headings.map((heading) => ({ value: slug(heading), label: labelOf(heading) })),
};

/** Factors that took in those of their kind until these were told apart by who harms the child. */
const splitFactors: readonly (string | undefined)[] = ['physical-abuse-unknown', 'sexual-abuse-unknown'];

export const assessmentFactors: IndicatorDefinition = {
  id: 'assessment-factors',
  datasetId: 'assessment-factors',
  name: 'Factors found at the end of assessment',
  alsoCalled: [
    'factors at assessment',
    'toxic trio',
    'reasons children are in need',
    'domestic abuse in families',
    'CIN factors',
  ],
  valuesAlsoCalled: {
    'unaccompanied-asylum-seeker': ['UASC', 'unaccompanied asylum-seeking children', 'child refugees'],
  },
  definition:
    'Episodes with an assessment that ended in the year to 31 March and found the factor; without a factor, episodes in which any was found. An episode often has several factors, so they never add up.',
  unit: 'EPISODES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'OVERLAPPING',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: educationAreaTypes,
  grid: yearGrid,
  hasSeams: true,
  dimensions: [factor],
  breaks: [
    {
      at: '2020-04-01',
      kind: 'DEFINITION',
      note: 'Physical and sexual abuse began to be told apart by who harms the child; authorities went over to it in the course of two years.',
      appliesTo: ({ dimensions }) => splitFactors.includes(dimensions['factor']),
    },
  ],
  caveats: [
    ...censusCaveats,
    {
      severity: 'CAUTION',
      text: 'Several factors may be found in one episode: never add them up. A factor that was first asked for in a later year is [x] in the years before.',
    },
  ],
  typicalRange: [1_200, 4_400],
};

export const dataset: DatasetDefinition = {
  ...education,
  id: 'assessment-factors',
  title: 'Factors found at the end of assessment',
  description:
    'Table C3 of the children in need census: episodes by the factors that their assessments found, local authority and year. Each release restates the years before.',
  landingPage: childrenInNeedPage,
  indicators: [assessmentFactors],
  formats: [
    totalAndPartsFormat({
      name: 'table C3 of the children in need census',
      category: 'Factors identified at the end of assessment',
      total: 'Episodes_with_assessment_factor',
      part: 'a factor such as Domestic_Abuse_parent',
      indicator: assessmentFactors,
    }),
  ],
};
