import { type DatasetDefinition, type FileFormat, leftOut, loaded } from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { educationMarkers } from '@boroughgraph/kit/files/markers.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { countIn, marchGrid, marchOf, rateIn, residentsOfRates } from '../education-counts.ts';
import {
  childrenLookedAfterPage,
  childrenLookedAfterRevisions,
  education,
  educationAreaTypes,
} from '../education-publisher.ts';
import {
  educationColumn,
  educationColumns,
  outsideLondon,
  readEducationRow,
  requireEducationTable,
} from '@boroughgraph/kit/datasets/education-rows.ts';

export const lookedAfterChildren: IndicatorDefinition = {
  id: 'looked-after-children-at-31-march',
  partOf: [
    { indicator: 'children-population', monthsBefore: 9 },
    { indicator: 'looked-after-children-during-the-year' },
  ],
  datasetId: 'children-looked-after',
  name: 'Looked-after children at 31 March',
  alsoCalled: [
    'LAC',
    'CLA',
    'looked-after children',
    'children looked after',
    'children in care',
    'kids in care',
    'looked after by the council',
    'children looked after by the council',
    'foster children',
    'fostering',
    'in care',
    'care system',
    'foster care',
  ],
  definition:
    'Children whom the local authority looks after at 31 March, wherever they live. Without children in short-term placements only.',
  unit: 'CHILDREN',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: educationAreaTypes,
  grid: marchGrid,
  hasSeams: true,
  dimensions: [],
  caveats: [
    {
      severity: 'INFO',
      text: 'Figures of Inner and Outer London, London and England are rounded to ten, so boroughs do not add up to them exactly. A child counts for the authority that is responsible, not where it lives.',
    },
  ],
  typicalRange: [120, 470],
};

export const lookedAfterChildrenRate: IndicatorDefinition = {
  ...lookedAfterChildren,
  id: 'looked-after-children-at-31-march-rate',
  name: 'Looked-after children at 31 March, rate',
  alsoCalled: ['LAC rate', 'looked-after children rate', 'children in care rate', 'CLA rate'],
  definition:
    'Children whom the local authority looks after at 31 March for every 10,000 residents aged 0 to 17, as published. Residents are those of the middle of the year before.',
  unit: 'PER_10000',
  valueType: 'CRUDE_RATE',
  multiplier: 10_000,
  additivity: 'NON_ADDITIVE',
  caveats: [
    ...(lookedAfterChildren.caveats ?? []),
    {
      severity: 'CAUTION',
      text: 'Each release restates the number of residents, which moves the rate, most in the City of London: do not compare rates of two releases.',
    },
  ],
  typicalRange: [30, 80],
};

const starting = leftOut('children who start or cease to be looked after in the year, which are not served');

/** What a row counts. */
const counted = {
  'Children looked after at 31 March each year': null,
  'Children starting to be looked after each year': starting,
  'Children ceasing to be looked after each year': starting,
};

const table: FileFormat = {
  name: 'the number and rate of children looked after',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    ...educationColumns,
    counted: educationColumn('population_count', 'population_type'),
    residents: educationColumn('population_estimate'),
    count: educationColumn('number', 'children_count'),
    rate: educationColumn('rate_per_10000'),
  },
  otherColumns: 'refused',
  open: (file, draft) => {
    requireEducationTable(file, null);
    noticeMissingBoroughs(draft, lookedAfterChildren);
    return (row) => {
      const of = readEducationRow(row);
      if (of === null) return outsideLondon;
      const notServed = row.oneOf('counted', counted);
      if (notServed !== null) return notServed;
      stageChildren(row, of, draft);
      return loaded;
    };
  },
};

function stageChildren(
  row: Row,
  { area, year }: NonNullable<ReturnType<typeof readEducationRow>>,
  draft: ReleaseDraft,
) {
  const ordinal = marchOf(year);
  const place = area.code;
  const reading = countIn(row, 'count', area);
  draft.stage({ indicator: lookedAfterChildren, place, cells: [{ ordinal, reading }] });
  const rate = rateIn(row, 'rate', reading);
  const residents = row.count('residents', educationMarkers).value;
  draft.stage({
    indicator: lookedAfterChildrenRate,
    place,
    cells: [
      {
        ordinal,
        reading: rate.value === null ? rate : { ...rate, denominator: residents },
        denominatorPeriodId: residentsOfRates.periodId(year),
      },
    ],
    denominatorSource: residentsOfRates.denominatorSource,
  });
}

export const dataset: DatasetDefinition = {
  ...education,
  id: 'children-looked-after',
  title: 'Children looked after at 31 March',
  description:
    'Number of children looked after and rate per 10,000, by local authority and year. Each release restates the years before, and the residents that rates are per.',
  landingPage: childrenLookedAfterPage,
  revisionNote: childrenLookedAfterRevisions,
  indicators: [lookedAfterChildren, lookedAfterChildrenRate],
  disclosurePolicy: {
    ...education.disclosurePolicy,
    // Shares of those looked after for twelve months, with how many these are.
    linkedTables: [{ agency: 'health', datasetId: 'looked-after-children-health' }],
  },
  structures: [
    ...londonAreas,
    {
      kind: 'statistic',
      statistic: { indicator: lookedAfterChildrenRate.id },
      count: { indicator: lookedAfterChildren.id },
    },
  ],
  formats: [table],
};
