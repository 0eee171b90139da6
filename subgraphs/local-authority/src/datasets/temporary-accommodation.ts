import {
  type DatasetDefinition,
  type FileFormat,
  loaded,
  type OpenedFile,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import type { AreaRecord } from '@boroughgraph/kit/geography/areas.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import { londonAreas } from '@boroughgraph/kit/disclosure/structure-areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import {
  areaColumns,
  areaReader,
  householdsIn,
  rateOfHouseholds,
  type SheetColumn,
  tabulateSheet,
  titleAndUnserved,
  whenIn,
} from '../homelessness-sheet.ts';
import { housing } from '../housing-publisher.ts';

const id = 'temporary-accommodation';

const shared = {
  datasetId: id,
  unit: 'HOUSEHOLDS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'LOW_IS_GOOD',
  additivity: 'ADDITIVE_OVER_AREA_ONLY',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
  grid: { type: 'SNAPSHOT', everyMonths: 3, month: 3 },
  dimensions: [],
  notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
  caveats: [
    {
      severity: 'INFO',
      text: 'London and England are rounded to ten, with estimates for authorities whose data are missing: boroughs do not add up to them.',
    },
    {
      severity: 'CAUTION',
      text: 'By the authority that is responsible: almost half of the households of London live in the district of another one.',
    },
  ],
} as const satisfies Partial<IndicatorDefinition>;

const kinds = [
  'Bed and breakfast',
  'Nightly paid, self-contained',
  'Hostels',
  'Leased from private owners',
  'Local authority or housing association stock',
  'Other',
];

const households: IndicatorDefinition = {
  ...shared,
  id: 'households-in-temporary-accommodation',
  name: 'Households in temporary accommodation',
  alsoCalled: [
    'TA',
    'temporary accommodation',
    'temporary housing',
    'homeless hostels',
    'hostels',
    'emergency accommodation',
    'B&B',
    'bed and breakfast',
    'homeless families',
  ],
  definition:
    'Households that the authority has placed in temporary accommodation on the last day of the quarter, by the kind of accommodation, and those with children among them.',
  dimensions: [
    dimension('kind', 'Kind of accommodation', kinds),
    dimension('household', 'Household', ['With children']),
  ],
  typicalRange: [300, 5_000],
};

const rate: IndicatorDefinition = {
  ...shared,
  id: 'households-in-temporary-accommodation-rate',
  name: 'Households in temporary accommodation per 1,000 households',
  alsoCalled: ['temporary accommodation rate', 'TA rate', 'temporary accommodation per 1,000 households'],
  definition:
    'Households in temporary accommodation on the last day of the quarter for each 1,000 households, as published. The households of the area are those that the projection of 2018 has for 2020.',
  unit: 'PER_1000',
  valueType: 'CRUDE_RATE',
  multiplier: 1_000,
  decimals: 1,
  additivity: 'NON_ADDITIVE',
  typicalRange: [3, 60],
};

const children: IndicatorDefinition = {
  ...shared,
  id: 'children-in-temporary-accommodation',
  name: 'Children in temporary accommodation',
  alsoCalled: ['homeless children', 'kids in temporary accommodation', 'homeless kids', 'children in TA'],
  definition: 'Children in the households that the authority has placed in temporary accommodation on that day.',
  unit: 'CHILDREN',
  typicalRange: [400, 7_000],
};

const overSixWeeks: IndicatorDefinition = {
  ...shared,
  id: 'families-in-bed-and-breakfast-over-six-weeks',
  partOf: [{ indicator: 'households-in-temporary-accommodation' }],
  name: 'Families in bed and breakfast for more than six weeks',
  alsoCalled: ['B&B families', 'families in B&B', 'bed and breakfast'],
  definition:
    'Households with children whom the authority has placed in bed and breakfast hotels for more than six weeks, which the law does not allow, on that day. Since April 2024 a household with several placements is counted by all of them.',
};

const elsewhere: IndicatorDefinition = {
  ...shared,
  id: 'households-placed-in-another-district',
  name: 'Households placed in the district of another authority',
  alsoCalled: ['out-of-area placements', 'out of borough placements', 'moved out of London'],
  definition:
    'Households in temporary accommodation in the district of another authority on that day. Those owed a duty who have no accommodation yet may be among them, so that they may be more than all in temporary accommodation.',
  typicalRange: [50, 2_500],
};

interface Served extends SheetColumn {
  readonly indicator: IndicatorDefinition;
  readonly dimensions?: Readonly<Record<string, string>>;
}

const withChildren = { household: 'with-children' };
const ofKind = (kind: string, position: number, says: RegExp): Readonly<Record<string, Served>> => ({
  [kind]: { position, says, indicator: households, dimensions: { kind } },
  [`${kind}, with children`]: {
    position: position + 1,
    says: /with children/i,
    indicator: households,
    dimensions: { kind, ...withChildren },
  },
});

const nightlyWithChildren = 'nightly-paid-self-contained, with children';
const hotelsWithChildren = 'bed-and-breakfast, with children';

const columns: Readonly<Record<string, Served>> = {
  households: { position: 4, says: /total number of households in ta/i, indicator: households },
  householdsWithChildren: {
    position: 7,
    says: /households in ta with children/i,
    indicator: households,
    dimensions: withChildren,
  },
  children: { position: 8, says: /total number of children in ta/i, indicator: children },
  ...ofKind('bed-and-breakfast', 10, /bed and breakfast hotels/i),
  overSixWeeks: { position: 12, says: /with children and resident more than 6 weeks/i, indicator: overSixWeeks },
  ...ofKind('nightly-paid-self-contained', 16, /nightly paid/i),
  ...ofKind('hostels', 19, /hostels/i),
  ...ofKind('leased-from-private-owners', 22, /private sector/i),
  ...ofKind('local-authority-or-housing-association-stock', 25, /stock/i),
  ...ofKind('other', 28, /any other type/i),
  elsewhere: { position: 31, says: /another local authority district/i, indicator: elsewhere },
};
const area: SheetColumn = { position: 5, says: /households in area/i };
const perThousand: SheetColumn = { position: 6, says: /total number of households in ta per/i };
const all = { ...columns, area, perThousand };

const sheet: FileFormat = {
  name: 'sheet TA1 of the detailed tables of homelessness, households in temporary accommodation',
  delimiter: ',',
  listsEveryArea: true,
  tabulate: (file) => tabulateSheet(file, all),
  columns: { ...areaColumns, ...Object.fromEntries(Object.keys(all).map((name) => [name, { headings: [name] }])) },
  otherColumns: titleAndUnserved,
  open: (file, draft) => {
    const ordinal = dayOf(file);
    const areaOf = areaReader();
    noticeMissingBoroughs(draft, households);
    return (row) => {
      const found = areaOf(row);
      if ('kind' in found) return found;
      stageRow(row, { area: found, ordinal }, draft);
      return loaded;
    };
  },
};

/** The day that the title names: "England, 30 June 2025". */
function dayOf(file: OpenedFile): number {
  const [day] = whenIn(file, /\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/, '30 June 2025');
  return ordinalOf(households.grid, `S${isoDayOf(day) ?? ''}`);
}

function stageRow(row: Row, of: { readonly area: AreaRecord; readonly ordinal: number }, draft: ReleaseDraft): void {
  const [place, { ordinal }] = [of.area.code, of];
  const readings = new Map(Object.keys(columns).map((name) => [name, householdsIn(row, name, of.area)]));
  /*
   * Families in hotels are those with children less the families in all other kinds. Where the publisher withholds the first, one of
   * the others is withheld here, too: those paid for by the night, the kind that most families are in.
   */
  const hotels = readings.get(hotelsWithChildren);
  if (hotels?.status === 'CONFIDENTIAL') readings.set(nightlyWithChildren, hotels);
  for (const [name, { indicator, dimensions = {} }] of Object.entries(columns)) {
    const reading = readings.get(name);
    if (reading !== undefined) draft.stage({ indicator, place, cells: [{ ordinal, reading }], dimensions });
  }
  const cells = [{ ordinal, reading: rateIn(row, readings.get('households')) }];
  draft.stage({
    indicator: rate,
    place,
    cells,
    denominatorSource: 'Office for National Statistics, household projections of 2018 for 2020',
  });
}

function rateIn(row: Row, count: Reading | undefined): Reading {
  const reading = rateOfHouseholds(row, 'perThousand');
  if (reading.value === null || count?.value == null) return reading;
  const denominator = Math.round(row.number('area') * rate.multiplier);
  return { ...reading, flags: count.flags ?? [], numerator: count.value, denominator };
}

const policy: DisclosurePolicy = {
  ...disclosurePolicies.none,
  id: 'mhclg-hotels-under-5',
  description:
    'Who is in bed and breakfast hotels is withheld of an authority that has fewer than five households there, but for how many there are; so are its families in accommodation paid for by the night, from which the families in hotels would follow. All other counts are shown, small ones too. Ministry of Housing, Communities and Local Government, notes below table TA1; the second rule is of this project.',
};

export const dataset: DatasetDefinition = {
  ...housing,
  id,
  title: 'Households in temporary accommodation',
  description:
    'Households whom authorities have placed in temporary accommodation at the end of the quarter, by kind and with the children in them. Authorities without data are not available, and not zero.',
  disclosurePolicy: policy,
  indicators: [households, rate, children, overSixWeeks, elsewhere],
  structures: [
    ...londonAreas,
    { kind: 'categories', indicator: households.id, dimension: 'kind' },
    {
      kind: 'subset',
      whole: { indicator: households.id, dimensions: {} },
      part: { indicator: households.id, dimensions: withChildren },
    },
  ],
  formats: [sheet],
};
