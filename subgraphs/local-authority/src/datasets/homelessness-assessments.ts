import {
  type DatasetDefinition,
  type FileFormat,
  loaded,
  type OpenedFile,
} from '@boroughgraph/kit/datasets/dataset.ts';
import { noticeMissingBoroughs } from '@boroughgraph/kit/datasets/missing-boroughs.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { monthNumber } from '@boroughgraph/kit/statistics/calendar.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import {
  areaColumns,
  areaReader,
  householdsIn,
  type SheetColumn,
  tabulateSheet,
  titleAndUnserved,
  whenIn,
} from '../homelessness-sheet.ts';
import { housing } from '../housing-publisher.ts';

const id = 'homelessness-assessments';

const shared = {
  datasetId: id,
  unit: 'HOUSEHOLDS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'RESPONSIBLE_AUTHORITY',
  areaTypes: ['BOROUGH', 'REGION', 'COUNTRY'],
  grid: { type: 'QUARTER' },
  notMeasuredIn: { K04000001: 'Published for England, not for Wales.' },
  caveats: [
    {
      severity: 'INFO',
      text: 'London and England are rounded to ten, with estimates for authorities whose data are missing: boroughs do not add up to them.',
    },
    {
      severity: 'CAUTION',
      text: 'More duties may be more households in need, or an authority that finds and records more of them.',
    },
  ],
} as const satisfies Partial<IndicatorDefinition>;

const assessments: IndicatorDefinition = {
  ...shared,
  id,
  name: 'Households assessed as to homelessness',
  alsoCalled: ['homeless', 'homelessness', 'homeless people', 'H-CLIC', 'HCLIC', 'homelessness applications'],
  definition: 'Households whose circumstances and needs the authority assessed in the quarter, whatever it found.',
  dimensions: [],
  typicalRange: [200, 900],
};

const duties: IndicatorDefinition = {
  ...shared,
  id: 'homelessness-duties-owed',
  partOf: [{ indicator: 'homelessness-assessments' }],
  name: 'Households owed a duty as to homelessness',
  alsoCalled: ['homeless households', 'prevention duty', 'relief duty', 'statutory homelessness'],
  definition:
    'Households that the authority assessed in the quarter and to whom it owes a duty: to prevent that they lose their home (prevention), or to help them to another one (relief).',
  dimensions: [dimension('duty', 'Duty', ['Prevention', 'Relief'])],
  typicalRange: [180, 850],
};

const sectionTwentyOne: IndicatorDefinition = {
  ...shared,
  id: 'homelessness-prevention-duties-after-section-21',
  partOf: [{ indicator: 'homelessness-duties-owed' }],
  name: 'Prevention duties owed after a section 21 notice',
  alsoCalled: ['no-fault eviction', 'no fault evictions', 'evictions', 'section 21', 'evicted'],
  definition:
    'Households owed a duty to prevent homelessness in the quarter because their landlord served a valid notice under section 21 of the Housing Act 1988. They are among those owed a prevention duty.',
  dimensions: [],
  typicalRange: [5, 80],
};

const withoutDuty: IndicatorDefinition = {
  ...shared,
  id: 'homelessness-assessments-without-duty',
  partOf: [{ indicator: 'homelessness-assessments' }],
  name: 'Households assessed as owed no duty',
  definition: 'Households that the authority assessed in the quarter and to whom it owes no duty, by why.',
  dimensions: [
    dimension('reason', 'Reason', ['Not threatened within 56 days', 'Application withdrawn', 'Not eligible']),
  ],
  headline: { reason: 'not-threatened-within-56-days' },
};

interface Served extends SheetColumn {
  readonly indicator: IndicatorDefinition;
  readonly dimensions?: Readonly<Record<string, string>>;
}

const columns: Readonly<Record<string, Served>> = {
  assessed: { position: 4, says: /total initial assessments/i, indicator: assessments },
  owed: { position: 6, says: /total owed a prevention or relief duty/i, indicator: duties },
  prevention: { position: 7, says: /prevention duty owed/i, indicator: duties, dimensions: { duty: 'prevention' } },
  sectionTwentyOne: { position: 8, says: /section 21 notice/i, indicator: sectionTwentyOne },
  relief: { position: 9, says: /relief duty owed/i, indicator: duties, dimensions: { duty: 'relief' } },
  notThreatened: {
    position: 11,
    says: /not homeless nor threatened with homelessness within 56 days/i,
    indicator: withoutDuty,
    dimensions: { reason: 'not-threatened-within-56-days' },
  },
  withdrawn: {
    position: 12,
    says: /withdrew application before assessment/i,
    indicator: withoutDuty,
    dimensions: { reason: 'application-withdrawn' },
  },
  notEligible: { position: 13, says: /not eligible/i, indicator: withoutDuty, dimensions: { reason: 'not-eligible' } },
};

const sheet: FileFormat = {
  name: 'sheet A1 of the detailed tables of homelessness, initial assessments',
  delimiter: ',',
  listsEveryArea: true,
  tabulate: (file) => tabulateSheet(file, columns),
  columns: { ...areaColumns, ...Object.fromEntries(Object.keys(columns).map((name) => [name, { headings: [name] }])) },
  otherColumns: titleAndUnserved,
  open: (file, draft) => {
    const ordinal = quarterOf(file);
    const areaOf = areaReader();
    noticeMissingBoroughs(draft, assessments);
    return (row) => {
      const area = areaOf(row);
      if ('kind' in area) return area;
      for (const [name, { indicator, dimensions = {} }] of Object.entries(columns)) {
        const cells = [{ ordinal, reading: householdsIn(row, name, area) }];
        draft.stage({ indicator, place: area.code, cells, dimensions });
      }
      return loaded;
    };
  },
};

/** The quarter that the title names: "England, April to June 2025". */
function quarterOf(file: OpenedFile): number {
  const example = 'April to June 2025';
  const [, first = '', last = '', year = ''] = whenIn(file, /\b([A-Z][a-z]+) to ([A-Z][a-z]+) (20\d\d)\b/, example);
  const [from, to] = [monthNumber(first), monthNumber(last)];
  if (from === null || to !== from + 2 || from % 3 !== 1)
    throw new FileProblem(`${file.name} is of ${first} to ${last} ${year}: expected a quarter such as ${example}`);
  return ordinalOf(assessments.grid, `${year}-Q${(from + 2) / 3}`);
}

export const dataset: DatasetDefinition = {
  ...housing,
  id,
  title: 'Homelessness: assessments and duties owed',
  description:
    'Households that authorities assessed as to homelessness in the quarter, and the duties that they owe. The rates per 1,000 households of the sheet are not served: their base is a projection of 2018.',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [assessments, duties, sectionTwentyOne, withoutDuty],
  formats: [sheet],
};
