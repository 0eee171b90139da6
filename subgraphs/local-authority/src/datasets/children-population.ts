import { type DatasetDefinition, type FileFormat, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { midYearGrid, midYearOf } from '../education-counts.ts';
import { childrenInNeedPage, education, educationAreaTypes } from '../education-publisher.ts';
import {
  educationColumn,
  educationColumns,
  midYear,
  outsideLondon,
  readEducationRow,
  requireEducationTable,
} from '@boroughgraph/kit/datasets/education-rows.ts';

export const childrenPopulation: IndicatorDefinition = {
  id: 'children-population',
  partOf: [{ indicator: 'mid-year-population' }],
  datasetId: 'children-population',
  name: 'Residents aged 0 to 17',
  alsoCalled: ['child population', 'number of children', 'under 18s', '0-17', 'kids'],
  definition:
    "Residents aged 0 to 17 in the middle of the year, as the Office for National Statistics estimates them. They are what rates of children's services are per, a year later.",
  unit: 'CHILDREN',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  // Of the bases that there are, the one by where people live.
  attributionBasis: 'RESIDENCE_OF_RESPONDENT',
  areaTypes: educationAreaTypes,
  grid: midYearGrid,
  hasSeams: true,
  dimensions: [],
  caveats: [
    { severity: 'INFO', text: 'Estimates are revised after a census, and each release restates the years before.' },
  ],
  typicalRange: [33_000, 88_000],
};

const table: FileFormat = {
  name: 'the mid-year estimates beside the children in need census',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    ...educationColumns,
    ages: educationColumn('age_group'),
    residents: educationColumn('population_estimate'),
  },
  otherColumns: 'refused',
  open: (file, draft) => {
    requireEducationTable(file, null);
    noticeMissingBoroughs(draft, childrenPopulation);
    return (row) => {
      const of = readEducationRow(row, midYear);
      if (of === null) return outsideLondon;
      row.oneOf('ages', { 'Children aged 0 to 17 years': true, 'Children aged 0 to 17': true });
      const reading = row.count('residents', educationMarkers);
      const cells = [{ ordinal: midYearOf(of.year), reading }];
      draft.stage({ indicator: childrenPopulation, place: of.area.code, cells });
      return loaded;
    };
  },
};

export const dataset: DatasetDefinition = {
  ...education,
  id: 'children-population',
  title: 'Residents aged 0 to 17',
  publisher: 'the Office for National Statistics, republished by the Department for Education',
  description:
    'Mid-year estimates of residents aged 0 to 17 by local authority, as the rates of children in need use them.',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Source: Office for National Statistics; Department for Education.',
  landingPage: childrenInNeedPage,
  disclosurePolicy: disclosurePolicies.none,
  indicators: [childrenPopulation],
  formats: [table],
};
