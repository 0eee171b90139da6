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
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { DeclaredBreak, IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { siteFact } from '@boroughgraph/kit/store/site.ts';
import { columns, departmentIds, departmentLabels, figuresIn, type ProviderFigures } from '../emergency-departments.ts';
import { checkSums, monthInNameOf, providerLevel } from '../emergency-provider-level.ts';
import { checkTotals, isTotal } from '../emergency-totals.ts';
import { monthOf } from '../emergency-month.ts';
import { providerKind, reportingFact } from '../provider.ts';

/** A sheet in another form, of which nobody has said that it counts as the tables before. Source: NHS England, provider level data of 2025. */
const anotherForm: DeclaredBreak = {
  at: '2025-04-01',
  // The newest table of the old form at hand, and the first sheet of the new one.
  undated: { unsureFrom: '2023-01-01', newFrom: '2025-04-01' },
  kind: 'METHOD',
  note: 'From another sheet of the publisher, which does not say whether booked appointments are in it.',
};

/** The dataset whose releases name providers. */
export const accidentAndEmergencyId = 'accident-and-emergency';

export const attendances: IndicatorDefinition = {
  id: 'ae-attendances',
  datasetId: accidentAndEmergencyId,
  name: 'Emergency department attendances',
  alsoCalled: [
    'A&E',
    'accident and emergency',
    'casualty',
    'ED',
    'emergency department',
    'emergency room',
    'ER',
    'A&E attendances',
    'A and E',
    'hospital attendances',
    'A&E visits',
  ],
  definition:
    'Attendances at the emergency departments of the provider in the month, by people from anywhere, without appointments that were booked. One person may attend several times.',
  unit: 'ATTENDANCES',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'ADDITIVE',
  attributionBasis: 'PROVIDER_SITE',
  areaTypes: [],
  siteKind: providerKind,
  coverageUnit: 'emergency departments',
  grid: { type: 'MONTH' },
  dimensions: [dimension('department', 'Department', departmentLabels)],
  breaks: [anotherForm],
  caveats: [
    {
      severity: 'CAUTION',
      text: 'A provider is no area: its patients come from anywhere, and its attendances are never those of the residents around it.',
    },
    {
      severity: 'INFO',
      text: 'Booked appointments, which later tables count apart, are not in it: earlier months may hold some.',
    },
  ],
  typicalRange: [2_000, 30_000],
};

/** The trusts of London among the fourteen of England. Source: NHS England, clinically-led review of NHS access standards. */
const triedOtherStandards = new Set(['RQM', 'RYJ']);

export const waitsOverFourHours: IndicatorDefinition = {
  ...attendances,
  id: 'ae-waits-over-four-hours',
  partOf: [{ indicator: 'ae-attendances' }],
  name: 'Waits of more than four hours in emergency departments',
  alsoCalled: [
    'A&E waits',
    'A&E waiting times',
    'four-hour target',
    '4 hour waits',
    '4 hour target',
    'waiting times in A&E',
    'ED waits',
    'casualty waits',
    'hospital waiting times',
    'breaches',
    'four hour waits',
  ],
  definition:
    'Attendances at the emergency departments of the provider in the month that took more than four hours from arrival to admission, transfer or discharge, without appointments that were booked.',
  polarity: 'LOW_IS_GOOD',
  caveats: [
    ...(attendances.caveats ?? []),
    {
      severity: 'CAUTION',
      text: 'From May 2019 the trust tried other standards and supplied no waits over four hours: what the tables print as zero is not available.',
      appliesTo: ({ place }) => triedOtherStandards.has(place),
    },
  ],
  typicalRange: [200, 8_000],
};

const table: FileFormat = {
  name: 'the monthly table of accident and emergency attendances by provider',
  delimiter: ',',
  columns,
  // A column that is new may count what stood in one of ours before, as booked appointments did: a person looks first.
  otherColumns: 'refused',
  open: openTable,
};

const sheet: FileFormat = { ...providerLevel, open: openSheet };

/** What providers of London report to, and what all others do. Trailing space and the sub-region in brackets make no difference. */
const londonParent = /^NHS ENGLAND LONDON( \(.*\))?$/i;
const otherParent =
  /^NHS ENGLAND (EAST OF ENGLAND|MIDLANDS|NORTH EAST AND YORKSHIRE|NORTH WEST|SOUTH EAST|SOUTH WEST)( \(.*\))?$/i;
const parents = [
  'London',
  'East of England',
  'Midlands',
  'North East and Yorkshire',
  'North West',
  'South East',
  'South West',
];

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const month = monthOf(file);
  checkTotals(file, draft);
  return providerReader(draft, { month, checkRow: () => undefined });
}

/** The sheet of 2025 in place of the table: no period, no total row, and sums in each row. */
function openSheet(file: OpenedFile, draft: ReleaseDraft): RowReader {
  return providerReader(draft, { month: monthInNameOf(file), checkRow: checkSums });
}

function providerReader(
  draft: ReleaseDraft,
  { month, checkRow }: { readonly month: string; readonly checkRow: (row: Row) => void },
): RowReader {
  const ordinal = ordinalOf(attendances.grid, month);
  // The table lists every provider of its month: one that it lacks has closed, or gave nothing.
  for (const indicator of [attendances, waitsOverFourHours]) draft.covers(indicator, [ordinal]);
  const unsupplied: string[] = [];
  draft.atEnd(() => {
    if (unsupplied.length > 0)
      draft.notice(
        `no wait over four hours in a whole month, so NOT_AVAILABLE: ${unsupplied.join(', ')}; not supplied, not zero`,
      );
  });
  return (row) => {
    // All departments of a provider stand in one row: where one is rejected, the totals of the others are whole.
    row.concerns(row.text('code'));
    if (isTotal(row)) return leftOut('a total');
    if (!isLondons(row)) return leftOut('a provider outside London');
    checkRow(row);
    const figures = figuresIn(row);
    if (!figures.suppliesWaits) unsupplied.push(row.text('name'));
    stageProvider(row, draft, { ordinal, figures });
    return loaded;
  };
}

function isLondons(row: Row): boolean {
  const parent = row.text('parent').replaceAll(/\s+/g, ' ');
  if (londonParent.test(parent)) return true;
  return otherParent.test(parent)
    ? false
    : row.reject(
        'parent',
        'a region of NHS England',
        parents.map((name) => `NHS ENGLAND ${name.toUpperCase()}`),
      );
}

/** Organisation codes: three letters or digits for a trust, up to eight for a site or a practice. */
const organisationCode = /^[A-Z0-9]{3,8}$/;
const london = 'E12000007';

function stageProvider(
  row: Row,
  draft: ReleaseDraft,
  { ordinal, figures }: { readonly ordinal: number; readonly figures: ProviderFigures },
): void {
  const id = row.text('code');
  if (!organisationCode.test(id)) row.reject('code', 'an organisation code such as RQX');
  const name = row.text('name') || row.reject('name', 'the name of a provider');
  draft.state(siteFact({ id, name, kind: providerKind, within: london }));
  draft.state(reportingFact(id, row.text('parent').replaceAll(/\s+/g, ' ')));
  const stage = (indicator: IndicatorDefinition, readings: readonly Reading[]) => {
    for (const [index, department] of departmentIds.entries()) {
      const cells = readings.slice(index, index + 1).map((reading) => ({ ordinal, reading }));
      draft.stage({ indicator, place: id, cells, dimensions: { department } });
      draft.stage({ indicator, place: id, cells, combine: 'sum' });
    }
  };
  stage(attendances, figures.attendances);
  stage(waitsOverFourHours, figures.waits);
}

export const dataset: DatasetDefinition = {
  id: accidentAndEmergencyId,
  title: 'Accident and emergency attendances by provider',
  publisher: 'NHS England',
  description:
    "Attendances and waits of more than four hours by provider, kind of department and month. Providers of London; others are left out. Providers come and go between the months, and units move between them: Guy's and St Thomas' has no department of type 2 since July 2025.",
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. NHS England, A&E attendances and emergency admissions.',
  designation: 'OFFICIAL_STATISTICS',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  landingPage: 'https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [attendances, waitsOverFourHours],
  formats: [table, sheet],
};
