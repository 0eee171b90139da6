import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { marchGrid, marchOf } from '../education-counts.ts';

const judgedGood: IndicatorDefinition = {
  id: 'childrens-homes-judged-good',
  datasetId: 'ofsted-inspections',
  name: "Children's homes judged good or outstanding",
  alsoCalled: [
    'Ofsted',
    "children's homes",
    'care homes for children',
    'residential care',
    "children's homes rated good",
  ],
  definition:
    "Children's homes in the borough that Ofsted judged good or outstanding at their last full inspection, in percent of those that have a judgement, on 31 March. Secure homes, and special schools that are registered as homes, are not in it.",
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 1,
  polarity: 'HIGH_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'PROVIDER_SITE',
  areaTypes: ['BOROUGH', 'REGION'],
  grid: marchGrid,
  dimensions: [],
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Of the homes in the borough, whoever places children there: most are run by companies, and most children of a borough live elsewhere.',
    },
    {
      severity: 'INFO',
      text: 'A judgement is of the last full inspection, of whatever year it was.',
    },
  ],
  typicalRange: [50, 100],
};

const london = 'E12000007';

const list: FileFormat = {
  name: "Ofsted's list of providers of social care for children, with their judgements",
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    number: { headings: ['URN', 'Unique reference number'], isOptional: true },
    kind: { headings: ['Provision type'] },
    registration: { headings: ['Registration status'] },
    region: { headings: ['Government Office Region'] },
    authority: { headings: ['Local authority'] },
    judgement: {
      headings: [
        'Overall experiences and progress of children and young people',
        'Overall experiences and progress of children',
      ],
    },
  },
  otherColumns: 'ignored',
  open: openList,
};

/** Whether a judgement is good or outstanding; null for none. */
const judgements: Readonly<Record<string, boolean | null>> = {
  Outstanding: true,
  Good: true,
  'Requires improvement to be good': false,
  Inadequate: false,
  '': null,
};

const known = (chosen: string, ...others: readonly string[]): Readonly<Record<string, boolean>> => ({
  ...Object.fromEntries(others.map((other) => [other, false])),
  [chosen]: true,
});

/** What the list has, so that a label that is spelt otherwise is not taken for another. */
const regions = known(
  'London',
  'East Midlands',
  'East of England',
  'North East',
  'North East, Yorkshire and the Humber',
  'North West',
  'South East',
  'South West',
  'West Midlands',
  'Yorkshire and The Humber',
);
const kinds = known(
  "Children's home",
  'Adoption Support Agency',
  'Boarding School',
  'Further Education College with Residential Accommodation',
  'Independent Fostering Agency',
  'Residential Family Centre',
  'Residential Holiday Scheme for Disabled Children',
  'Residential Special School',
  "Residential special school (registered as a children's home)",
  "Secure children's home",
  'Secure Training Centre',
  'Supported accommodation',
  'Voluntary Adoption Agency',
);
const registrations = known('Active', 'Cancelled', 'Closed', 'Proposed', 'Resigned', 'Suspended');

/** Homes with a judgement, and those judged good or outstanding. */
interface Tally {
  readonly judged: number;
  readonly good: number;
}

function openList(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const ordinal = marchOf(yearInName(file.name));
  const tallies = new Map<string, Tally>();
  draft.atEnd((isWhole) => {
    if (isWhole) stageShares(tallies, ordinal, draft);
    else draft.notice('no share is worked out, because rows were rejected: a share of the others would be wrong');
  });
  const numbers = new Set<string>();
  return (row) => {
    requireFirst(row, numbers);
    if (!row.oneOf('region', regions)) return leftOut('outside London');
    if (!row.oneOf('kind', kinds)) return leftOut("another provider than a children's home");
    if (!row.oneOf('registration', registrations)) return leftOut('a home that is not active');
    const { code } = row.area('authority');
    const isGood = row.oneOf('judgement', judgements);
    if (isGood === null) return leftOut('a home without a judgement');
    for (const place of [code, london]) {
      const { judged, good } = tallies.get(place) ?? { judged: 0, good: 0 };
      tallies.set(place, { judged: judged + 1, good: good + (isGood ? 1 : 0) });
    }
    return loaded;
  };
}

/** A home that stands in the list twice would be counted twice. Lists without numbers cannot tell it from one that is like it. */
function requireFirst(row: Row, numbers: Set<string>): void {
  const number = row.text('number');
  if (number !== '' && numbers.has(number)) row.reject('number', 'one row for each provider');
  numbers.add(number);
}

/** The year on whose 31 March the list is, which its name alone says: `…-2023-03-31….csv`. */
function yearInName(name: string): number {
  const [, year] = /(?<!\d)(20\d\d)[-_]?03[-_]?31(?!\d)/.exec(name) ?? [];
  if (year !== undefined) return Number(year);
  throw new FileProblem(
    `${name} does not say on which 31 March it is: the day is in the name alone, so expected one like providers-2023-03-31.csv`,
  );
}

function stageShares(tallies: ReadonlyMap<string, Tally>, ordinal: number, draft: ReleaseDraft): void {
  for (const [place, { judged, good }] of tallies) {
    const value = (good / judged) * judgedGood.multiplier;
    const reading = { value, status: 'PUBLISHED', numerator: good, denominator: judged } as const;
    draft.stage({
      indicator: judgedGood,
      place,
      cells: [{ ordinal, reading }],
      denominatorSource: "Children's homes with a judgement, in the same list",
    });
  }
}

/**
 * Ofsted publishes the judgement of every home by its name. Here no home is told apart: of fewer than five, a share says nearly how
 * each was judged.
 */
const policy: DisclosurePolicy = {
  ...disclosurePolicies.none,
  id: 'homes-under-5',
  description:
    'The share of a borough with fewer than five homes is withheld, since it would tell how single homes were judged. The rule of this project: the publisher names each home with its judgement.',
  minimumDenominator: 5,
  secondarySuppression: true,
};

export const dataset: DatasetDefinition = {
  id: 'ofsted-inspections',
  title: "Inspections of children's homes",
  publisher: 'Ofsted',
  description:
    'How homes were judged, counted by borough while the list of providers is read. No home is named: a borough with few has no figure.',
  licence: 'Open Government Licence v3.0',
  attribution:
    "Contains public sector information licensed under the Open Government Licence v3.0. Ofsted, Children's social care in England.",
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  landingPage: 'https://www.gov.uk/government/statistical-data-sets/childrens-social-care-in-england-statistics',
  disclosurePolicy: policy,
  indicators: [judgedGood],
  formats: [list],
};
