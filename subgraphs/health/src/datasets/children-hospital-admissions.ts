import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import {
  interactiveToolArea,
  interactiveToolColumns,
  interactiveToolReading,
} from '@boroughgraph/kit/datasets/interactive-tool-rows.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';

const id = 'children-hospital-admissions';
const [hackney, cityOfLondon] = ['E09000012', 'E09000001'];

const shared = {
  datasetId: id,
  valueType: 'CRUDE_RATE',
  decimals: 1,
  polarity: 'LOW_IS_GOOD',
  additivity: 'NON_ADDITIVE',
  attributionBasis: 'RESIDENCE_OF_PATIENT',
  areaTypes: ['BOROUGH', 'INNER_OUTER', 'REGION', 'COUNTRY'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [],
  notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Admissions are counted, not children: one child may be admitted several times, and units differ in whom they admit and whom they treat without.',
    },
    {
      severity: 'INFO',
      text: 'The publisher rounds the admissions of an authority to the nearest five before it works out the rate, and gives none on 1 to 7. A rate that is not available may be one of these: it is not zero.',
    },
    {
      severity: 'CAUTION',
      text: 'The City of London has no figure of its own. Its children are counted with those of Hackney.',
      appliesTo: ({ place }) => place === hackney || place === cityOfLondon,
    },
  ],
} as const satisfies Partial<IndicatorDefinition>;

const injuryAdmissions: IndicatorDefinition = {
  ...shared,
  id: 'childrens-injury-admissions-rate',
  name: 'Hospital admissions of children for injuries',
  alsoCalled: [
    'child injuries',
    'children injured',
    'accidents to children',
    'unintentional injuries',
    'kids hurt',
    'injury admissions',
  ],
  definition:
    'Emergency admissions to hospital in the year of residents aged 0 to 14 for injuries, unintended or deliberate, for each 10,000 residents of that age, as published.',
  unit: 'PER_10000',
  multiplier: 10_000,
  typicalRange: [40, 110],
};

const mentalHealthAdmissions: IndicatorDefinition = {
  ...shared,
  id: 'childrens-mental-health-admissions-rate',
  name: 'Hospital admissions of children for mental health',
  alsoCalled: [
    'CAMHS',
    'child mental health',
    'young people mental health',
    'children mental health',
    'youth mental health',
  ],
  definition:
    'Admissions to hospital in the year of residents aged 0 to 17 with a mental health disorder as the main cause, for each 100,000 residents of that age, as published.',
  unit: 'PER_100000',
  multiplier: 100_000,
  // Fewer admissions may mean less need, or fewer beds.
  polarity: 'NO_JUDGEMENT',
  typicalRange: [40, 130],
};

const threeYears = leftOut('three financial years counted together, a kind of period that the graph does not have');

/** What each item of the extract is: an indicator, or why it is not served. */
const items: Readonly<Record<string, IndicatorDefinition | typeof threeYears>> = {
  'HospAd0-14': injuryAdmissions,
  'CMH_0-17yrs': mentalHealthAdmissions,
  'Hosp_Adm_Alc_<18yrs': threeYears,
};

const table: FileFormat = {
  name: "an extract of the Local Authority Interactive Tool with children's admissions to hospital",
  delimiter: ',',
  columns: interactiveToolColumns,
  otherColumns: 'refused',
  open: openExtract,
};

function openExtract(_file: OpenedFile, draft: ReleaseDraft): RowReader {
  noticeMissingBoroughs(draft, injuryAdmissions);
  noticeMissingBoroughs(draft, mentalHealthAdmissions);
  return (row) => {
    const area = interactiveToolArea(row);
    if (area === null) return leftOut('outside London');
    const item = row.oneOf('item', items);
    if ('kind' in item) return item;
    const cells = [{ ordinal: yearIn(row, item), reading: interactiveToolReading(row) }];
    draft.stage({ indicator: item, place: area.code, cells });
    return loaded;
  };
}

/** The financial year of a row, which the tool names by the year in which it ends. */
function yearIn(row: Row, { grid }: IndicatorDefinition): number {
  const text = row.text('years');
  if (!/^20\d\d$/.test(text)) return row.reject('years', 'the year in which a financial year ends, such as 2024');
  return ordinalOf(grid, `FY${Number(text) - 1}-${text.slice(2)}`);
}

const policy: DisclosurePolicy = {
  ...disclosurePolicies['hes-1-7-round-5'],
  id: 'hes-rates-1-7-round-5',
  // The publisher has rounded the admissions behind the rates; no count is printed that we could round.
  roundingBase: null,
  description:
    'Rates on 1 to 7 admissions are withheld by the publisher, and the others are worked out from admissions rounded to the nearest 5. NHS England, hospital episode statistics below the national level; Office for Health Improvement and Disparities, Fingertips.',
};

export const dataset: DatasetDefinition = {
  id,
  title: "Children's admissions to hospital",
  publisher: 'the Department for Education',
  description:
    'Emergency admissions for injuries and admissions for mental health of children by borough of residence, which the Local Authority Interactive Tool of the Department republishes, with a lag, from the hospital episode statistics of NHS England and the profiles of the Office for Health Improvement and Disparities (Fingertips 90284 and 90812). Admissions for alcohol, of three financial years together, are left out.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. NHS England; Office for Health Improvement and Disparities; Department for Education, Local Authority Interactive Tool.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  landingPage: 'https://www.gov.uk/government/publications/local-authority-interactive-tool-lait',
  disclosurePolicy: policy,
  indicators: [injuryAdmissions, mentalHealthAdmissions],
  formats: [table],
};
