import {
  type FileFormat,
  keptOutside,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { isOutsideAreas, resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { type Dimensions, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { type DisclosurePolicy, disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { metropolitanArea, metropolitanBoroughs } from './force-areas.ts';
import {
  asPartsOfForce,
  boroughColumn,
  boroughsMissingIn,
  metropolitanBoroughOf,
  type MonthColumn,
  monthColumns,
  offenceColumns,
  OffenceRows,
  openMonths,
  readCounts,
} from './recorded-crime-table.ts';

/*
 * The Met's wide table of crimes by the marks that officers set on them, which three datasets read, each its own kinds. They overlap each
 * other and recorded crime, and the table has no total of any: none is made.
 *
 * Source: Metropolitan Police Service, Recorded Crime: Geographic Breakdown, table "Other Crime", London Datastore.
 */

/** The kinds of crime of the table, as the publisher writes them. */
const kinds = [
  'Anti-Semitic',
  'Disability Hate Crime',
  'Domestic Abuse',
  'Domestic Abuse Homicide',
  'Domestic Abuse VWI',
  'Faith Hate Crime',
  'Homophobic Hate Crime',
  'Islamophobic',
  'Racist and Religious Hate Crime',
  'Transgender Hate',
  'Artifice Burglary',
  'Dog Attack',
  'Gun Crime',
  'Gun Crime Lethal Barrelled Discharged',
  'Gun Crime Personal Robbery',
  'Homicide',
  'Knife Crime',
  'Knife Crime With Injury',
  'Knife Crime with Injury Pers Robb',
  'Robbery Mobile Phone',
  'Theft Person Mobile Phone',
  'TNO State Based',
  'TNO Victim Based',
] as const;
type Kind = (typeof kinds)[number];

/** Which series a kind of crime makes; `indicator` is an id. */
interface SeriesOfKind {
  readonly indicator: string;
  readonly dimensions?: Dimensions;
}

/**
 * The table as one dataset reads it: the kinds of crime that are its own, by its indicators. Rows of the others are left out; a kind that
 * the table is not known to have is refused, since it may be one of them under another name.
 *
 * @throws when an indicator is not one of the dataset, which is a mistake in its definition.
 */
export function otherCrimeTable(
  indicators: readonly IndicatorDefinition[],
  series: Partial<Readonly<Record<Kind, SeriesOfKind>>>,
): FileFormat {
  const own: OtherCrimeFile['own'] = new Map(
    kinds.flatMap((kind) => {
      const { indicator: id, dimensions = {} } = series[kind] ?? {};
      if (id === undefined) return [];
      const indicator = indicators.find((one) => one.id === id);
      if (indicator === undefined) throw new Error(`${kind}: the dataset has no indicator "${id}"`);
      return [[kind, { indicator, dimensions }]];
    }),
  );
  return {
    name: 'the Metropolitan Police table of other crime by borough',
    delimiter: ',',
    columns: { ...offenceColumns, borough: boroughColumn },
    otherColumns: monthColumns,
    open: (file, draft) => openTable(file, draft, own),
  };
}

/** What is known of a file before its first row. */
interface OtherCrimeFile {
  readonly own: ReadonlyMap<Kind, { readonly indicator: IndicatorDefinition; readonly dimensions: Dimensions }>;
  readonly months: readonly MonthColumn[];
  /** How many boroughs of the force have no row of a kind. */
  readonly missing: ReadonlyMap<Kind, number>;
  readonly rows: OffenceRows;
}

const byLabel: Readonly<Record<string, Kind>> = Object.fromEntries(kinds.map((kind) => [kind.toLowerCase(), kind]));

function openTable(file: OpenedFile, draft: ReleaseDraft, own: OtherCrimeFile['own']): RowReader {
  const indicators = new Set([...own.values()].map(({ indicator }) => indicator));
  const months = [...indicators].map((indicator) => openMonths(file, indicator, draft));
  const missing = boroughsMissingIn(file);
  if (missing.length > 0) draft.notice(`no row for ${missing.join(', ')}`);
  const opened = { own, months: months[0] ?? [], missing: missingByKind(file), rows: new OffenceRows() };
  for (const kind of own.keys())
    if (opened.missing.get(kind) === metropolitanBoroughs.length)
      draft.notice(`no borough has a row of ${kind}: the force has no figure of it`);
  return (row) => readRow(row, opened, draft);
}

function missingByKind(file: OpenedFile): ReadonlyMap<Kind, number> {
  const boroughsOf = new Map<Kind, Set<string>>();
  for (const row of file.rows()) {
    const kind = byLabel[row.text('minor').toLowerCase()];
    const borough = resolveAreaName(row.text('borough'));
    if (kind === undefined) continue;
    const found = boroughsOf.get(kind) ?? new Set<string>();
    boroughsOf.set(kind, found);
    if (borough.kind === 'found') found.add(borough.area.code);
  }
  const missingOf = (found: ReadonlySet<string>) => metropolitanBoroughs.filter((code) => !found.has(code)).length;
  return new Map([...boroughsOf].map(([kind, found]) => [kind, missingOf(found)]));
}

function readRow(row: Row, { own, months, missing, rows }: OtherCrimeFile, draft: ReleaseDraft) {
  const kind = row.oneOf('minor', byLabel);
  const of = own.get(kind);
  if (of === undefined) return leftOut('another kind of crime than those of this dataset');
  const text = row.text('borough');
  const borough = isOutsideAreas(text) ? null : metropolitanBoroughOf(row);
  row.concerns(metropolitanArea);
  const cells = readCounts(row, months);
  rows.note(row, borough ?? slug(text), { group: slug(row.text('major')), offence: slug(kind) });
  if (borough !== null) draft.stage({ ...of, place: borough, cells });
  const ofForce = asPartsOfForce(cells, missing.get(kind) ?? metropolitanBoroughs.length);
  draft.stage({ ...of, place: metropolitanArea, cells: ofForce, combine: 'sum', isOfParts: true });
  return borough === null ? keptOutside(`${text}: counted for the force, in no borough`) : loaded;
}

/** What protects people in the table: its publisher shows whole counts, and one mark at a time. */
export const openCounts: DisclosurePolicy = {
  ...disclosurePolicies.none,
  id: 'mps-other-crime-counts',
  description:
    'Nothing is withheld: the police themselves publish each count by borough and month, small ones and zeros too, to everybody. Counts are of one kind of crime at a time, never of two together, and never by who was a victim or a suspect; nothing else of an offence is read.',
};

/** What the datasets of the table say of where it comes from. */
export const otherCrimeSource = {
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Metropolitan Police Service, London Datastore.',
  landingPage: 'https://data.london.gov.uk/dataset/recorded_crime_summary',
} as const;
