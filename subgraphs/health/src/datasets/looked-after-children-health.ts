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
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { disclosurePolicies, type LinkedTable } from '@boroughgraph/kit/disclosure/policy.ts';
import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import type { FigureReference } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';

export const substanceMisuse: IndicatorDefinition = {
  id: 'looked-after-children-substance-misuse',
  datasetId: 'looked-after-children-health',
  name: 'Looked-after children with a substance misuse problem',
  alsoCalled: [
    'LAC drugs',
    'children in care drugs',
    'substance misuse of children in care',
    'looked-after children drugs',
  ],
  definition:
    'Children looked after for at least twelve months on 31 March who were identified as having a substance misuse problem in the year, in percent of all of them, by the authority that is responsible for them, wherever they live.',
  unit: 'PERCENT',
  valueType: 'PROPORTION',
  multiplier: 100,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
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
      text: 'Identified, not every child affected: authorities differ in how they look. Percentages are rounded to whole numbers, and of small groups.',
    },
  ],
  typicalRange: [1, 12],
};

const table: FileFormat = { ...outcomesTable, open: openTable };

/** The group of rows that this dataset is about; the criminal justice agency serves another of the same file. */
const isOnSubstances = (row: Row) => /^substance misuse\b/i.test(row.text('group'));

/** The other groups, by how they begin. An unknown one may be ours under a new name. */
const otherGroups = /^(convictions|development assessments|health assessments|ages 5 to 16 years with sdq score)\b/i;

/** What the rows of the group are about: the children identified, all of them, and what the graph does not serve. */
const subjects = {
  'Identified as having a substance misuse problem': 'identified',
  'Total all ages': 'all',
  'Received an intervention for their substance misuse problem': 'intervention',
  'Offered intervention but refused it': 'intervention',
} as const;

const isOfAll = (row: Row) => isOnSubstances(row) && row.text('characteristic').toLowerCase() === 'total all ages';

const shareOfIdentified = {
  indicator: substanceMisuse,
  denominatorSource: 'Children looked after for at least twelve months, in the same table',
} as const;

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const children = countAllChildren(file, isOfAll);
  let isServed = false;
  noticeMissingBoroughs(draft, substanceMisuse);
  draft.atEnd((isWhole) => {
    if (isWhole && !isServed)
      throw new FileProblem(
        `${file.name} has no row of London about substance misuse: check whether the publisher renamed them`,
      );
  });
  return (row) => {
    if (otherGroups.test(row.text('group'))) return leftOut('another outcome than substance misuse');
    if (!isOnSubstances(row)) return row.reject('group', 'a known group of outcomes, such as "Substance misuse: …"');
    const subject = row.oneOf('characteristic', subjects);
    if (subject === 'intervention') return leftOut('interventions, which are not served');
    const of = readEducationRow(row);
    if (of === null) return outsideLondon;
    if (subject === 'all') row.count('number', educationMarkers);
    else stageShare(row, { ...of, ...shareOfIdentified, children: children(row) }, draft);
    isServed ||= subject === 'identified' && row.problem === null;
    return loaded;
  };
}

/** Of how many children a share is. */
const allChildren: FigureReference = { indicator: substanceMisuse.id, part: 'DENOMINATOR' };
/** The dataset of local authorities that counts all children looked after. */
const childrenLookedAfter: LinkedTable = { agency: 'local-authority', datasetId: 'children-looked-after' };

export const dataset: DatasetDefinition = {
  id: 'looked-after-children-health',
  title: 'Health of children looked after',
  publisher: 'the Department for Education',
  description:
    'Children looked after for at least twelve months who have a substance misuse problem, by responsible authority and year to 31 March. Authorities are not rounded; regions and England are, to the nearest 10, so that they do not add up.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Department for Education, Children looked after in England.',
  designation: 'ACCREDITED_OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Annual',
  landingPage:
    'https://explore-education-statistics.service.gov.uk/find-statistics/children-looked-after-in-england-including-adoptions',
  revisionNote:
    'The Department for Education says that figures of earlier years may differ from older publications, mainly because local authorities sent amendments and corrections after those came out.',
  disclosurePolicy: { ...disclosurePolicies['dfe-1-5'], linkedTables: [childrenLookedAfter] },
  // Regions and England. Source: Department for Education, children looked after, data guidance.
  roundedTo: 10,
  structures: [
    ...londonAreas,
    { kind: 'subset', whole: allChildren, part: { indicator: substanceMisuse.id, part: 'NUMERATOR' } },
    // All children are those looked after on that day, without those who have not been for twelve months.
    {
      kind: 'subset',
      whole: {
        agency: childrenLookedAfter.agency,
        dataset: childrenLookedAfter.datasetId,
        indicator: 'looked-after-children-at-31-march',
      },
      part: allChildren,
    },
  ],
  indicators: [substanceMisuse],
  formats: [table],
};
