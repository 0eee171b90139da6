import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { outsideLondon, readEducationRow } from '@boroughgraph/kit/datasets/education-rows.ts';
import { countAllChildren, outcomesTable, stageShare } from '@boroughgraph/kit/datasets/education-shares.ts';
import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies, type LinkedTable } from '@boroughgraph/kit/disclosure/policy.ts';
import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import type { FigureReference } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

export const lookedAfterChildrenConvicted: IndicatorDefinition = {
  id: 'looked-after-children-convicted',
  datasetId: 'looked-after-children-convictions',
  name: 'Looked-after children convicted or cautioned',
  alsoCalled: [
    'LAC offending',
    'children in care convicted',
    'care leavers offending',
    'criminalisation of children in care',
    'looked-after children offending',
  ],
  definition:
    'Of the children aged 10 to 17 who were looked after on 31 March and had been for at least twelve months, the share who were convicted or subject to a youth caution or youth conditional caution during the year. By the authority that is responsible for them, wherever they live.',
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
  grid: { type: 'FINANCIAL_YEAR' },
  hasSeams: true,
  dimensions: [],
  notMeasuredIn: { K04000001: 'The Department for Education publishes for England, not for Wales.' },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Percentages are rounded to whole numbers and rest on small numbers of children: a change of a point or two may be one or two children.',
    },
    {
      severity: 'INFO',
      text: 'Numbers of regions and of England are rounded to the nearest 10, those of boroughs are not: boroughs do not add up to London.',
    },
  ],
  typicalRange: [1, 9],
};

const table: FileFormat = { ...outcomesTable, open: openTable };

/** The group of rows that this dataset is about; the health agency serves another of the same file. */
const isOnConvictions = (row: Row) => /^convictions\b/i.test(row.text('group'));

/** The other groups, by how they begin. An unknown one may be ours under a new name. */
const otherGroups =
  /^(development assessments|health assessments|substance misuse|ages 5 to 16 years with sdq score)\b/i;

/** What the rows of the group say, in kebab-case, so that commas and case make no difference. */
const subjects: Readonly<Record<string, 'convicted' | 'all'>> = {
  'convicted-or-subject-to-youth-cautions-or-youth-conditional-cautions-during-the-year': 'convicted',
  'total-ages-10-to-17-years': 'all',
};

function subjectOf(row: Row): 'convicted' | 'all' | null {
  const characteristic = slug(row.text('characteristic'));
  return Object.hasOwn(subjects, characteristic) ? (subjects[characteristic] ?? null) : null;
}

const shareOfConvicted = {
  indicator: lookedAfterChildrenConvicted,
  denominatorSource: 'Children aged 10 to 17 looked after for at least twelve months, in the same table',
} as const;

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const children = countAllChildren(file, (row) => isOnConvictions(row) && subjectOf(row) === 'all');
  const known = new Set<string>();
  noticeMissingBoroughs(draft, lookedAfterChildrenConvicted);
  draft.atEnd((isWhole) => {
    if (isWhole && known.size === 0)
      throw new FileProblem(
        `${file.name} has no row of London about convictions: check whether the publisher renamed them`,
      );
  });
  return (row) => {
    if (otherGroups.test(row.text('group'))) return leftOut('another outcome than convictions');
    if (!isOnConvictions(row)) return row.reject('group', 'a known group of outcomes, such as "Convictions: …"');
    const subject = subjectOf(row);
    if (subject === null) return row.reject('characteristic', 'children convicted or cautioned, or all aged 10 to 17');
    const of = readEducationRow(row);
    if (of === null) return outsideLondon;
    const key = `${of.area.code} ${of.year} ${subject}`;
    if (known.has(key)) return row.reject('characteristic', 'one row for each area, year and characteristic');
    if (subject === 'all') checkAll(row);
    else stageShare(row, { ...of, ...shareOfConvicted, children: children(row) }, draft);
    if (row.problem === null) known.add(key);
    return loaded;
  };
}

/** All children are a hundred percent of themselves, unless there are none or their number is withheld. */
function checkAll(row: Row): void {
  const { value } = row.count('number', educationMarkers);
  const share = row.reading('percentage', educationMarkers);
  if (share.value !== 100 && (value ?? 0) > 0) row.refuse('percentage', '100, because the row is of all children');
}

/** Of how many children a share is. */
const childrenAged10To17: FigureReference = { indicator: lookedAfterChildrenConvicted.id, part: 'DENOMINATOR' };
/** The dataset of health that is made of other rows of the same table. */
const childrenOfAllAges: LinkedTable = { agency: 'health', datasetId: 'looked-after-children-health' };

export const dataset: DatasetDefinition = {
  id: 'looked-after-children-convictions',
  title: 'Convictions of children looked after',
  publisher: 'the Department for Education',
  description:
    'Children aged 10 to 17 looked after for at least twelve months who were convicted or cautioned in the year to 31 March, by responsible authority. Each release restates the years that it holds.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Department for Education, Children looked after in England including adoptions.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Annual',
  landingPage:
    'https://explore-education-statistics.service.gov.uk/find-statistics/children-looked-after-in-england-including-adoptions',
  revisionNote:
    'The Department for Education says that figures of earlier years may differ from older publications, mainly because local authorities sent amendments and corrections after those came out.',
  disclosurePolicy: { ...disclosurePolicies['dfe-1-5'], linkedTables: [childrenOfAllAges] },
  // Regions and England. Source: Department for Education, children looked after, data guidance.
  roundedTo: 10,
  structures: [
    ...londonAreas,
    {
      kind: 'subset',
      whole: childrenAged10To17,
      part: { indicator: lookedAfterChildrenConvicted.id, part: 'NUMERATOR' },
    },
    // The same children, of all ages: the health agency serves how many there are, beside another outcome.
    {
      kind: 'subset',
      whole: {
        agency: childrenOfAllAges.agency,
        dataset: childrenOfAllAges.datasetId,
        indicator: 'looked-after-children-substance-misuse',
        part: 'DENOMINATOR',
      },
      part: childrenAged10To17,
    },
  ],
  indicators: [lookedAfterChildrenConvicted],
  formats: [table],
};
