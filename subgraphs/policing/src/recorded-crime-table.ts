import type { ColumnDefinition, OpenedFile, OtherColumns } from '@boroughgraph/kit/datasets/dataset.ts';
import { monthIdOf } from '@boroughgraph/kit/files/months.ts';
import { nearestOf } from '@boroughgraph/kit/files/nearest.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { StagedCell } from '@boroughgraph/kit/datasets/draft-series.ts';
import { RowProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { resolveAreaName } from '@boroughgraph/kit/geography/area-names.ts';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { cityOfLondon, metropolitanArea, metropolitanBoroughs } from './force-areas.ts';
import { type Offence, offenceGroupOf, offenceGroups, offenceOf, offences, reportedFraud } from './offences.ts';

/** The columns of an offence in the Met's wide tables, which have one more for each month. Newer files say Group or Offence Group, others Major Category. */
export const offenceColumns = {
  major: { headings: ['MajorText', 'Major Text', 'Major', 'Major Category', 'Group', 'Offence Group'] },
  minor: {
    headings: [
      'MinorText',
      'Minor Text',
      'Minor',
      'Minor Category',
      'SubGroup',
      'Sub Group',
      'Offence SubGroup',
      'Offence Sub Group',
    ],
  },
} satisfies Readonly<Record<string, ColumnDefinition>>;

/** The column of the borough in both tables. */
export const boroughColumn: ColumnDefinition = {
  headings: [
    'LookUp_BoroughName',
    'Look Up Borough Name',
    'BoroughName',
    'Borough Name',
    'Borough',
    'Borough_SNT',
    'BOCU',
    'BOCU Name',
    'Borough or BOCU',
  ],
};

export const monthColumns: OtherColumns = { what: 'a month such as 202401', read: monthIdOf, areEmptyAbsent: true };

/** Each column of a month, with its place on the grid. */
export interface MonthColumn {
  readonly position: number;
  readonly heading: string;
  readonly ordinal: number;
}

/** The columns of months, which the file then covers for the indicator, whether or not an area has a row. */
export function openMonths(
  { others }: OpenedFile,
  indicator: IndicatorDefinition,
  draft: ReleaseDraft,
): readonly MonthColumn[] {
  const months = others.map(({ position, heading, meaning }) => ({
    position,
    heading,
    ordinal: ordinalOf(indicator.grid, meaning),
  }));
  const ordinals = months.map(({ ordinal }) => ordinal);
  draft.covers(indicator, ordinals);
  return months;
}

/** The names of the boroughs that the force polices and no row of a file names, in code order. */
export function boroughsMissingIn(file: OpenedFile): readonly string[] {
  const named = [...file.distinct('borough')].map((text) => resolveAreaName(text));
  const found = new Set(named.flatMap((name) => (name.kind === 'found' ? [name.area.code] : [])));
  return metropolitanBoroughs.filter((code) => !found.has(code)).map((code) => areaByCode(code)?.name ?? code);
}

/** The code of the borough of a row; one that the force does not police rejects it. */
export function metropolitanBoroughOf(row: Row): string {
  const { code, name } = row.area('borough');
  if (code === cityOfLondon) row.reject('borough', `a borough that the Metropolitan Police polices, not ${name}`);
  return code;
}

/**
 * Counts of one borough, or of none, as parts of the force's own, of whose boroughs a file lacks some or none; no figures where it lacks
 * them all, since what airports have is no figure of the force. Never throws.
 */
export function asPartsOfForce(cells: readonly StagedCell[], missing: number): readonly StagedCell[] {
  if (missing >= metropolitanBoroughs.length)
    return cells.map(({ ordinal }) => ({ ordinal, reading: { value: null, status: 'NOT_AVAILABLE' } }));
  const mark = marksByMissing[missing];
  return cells.map(({ ordinal, reading }) => ({ ordinal, reading: { ...reading, ...mark } }));
}

/** What is said of a figure of the force, by how many of its boroughs have no row. */
const marksByMissing = [0, ...metropolitanBoroughs.keys().map((index) => index + 1)].map((missing) => ({
  coverage: { reporting: metropolitanBoroughs.length - missing, expected: metropolitanBoroughs.length },
  ...(missing === 0 ? {} : { flags: ['PARTIAL_COVERAGE'] as const }),
}));

/** The counts of a row, one for each month. A cell that is no whole number of zero or more rejects the row. */
export function readCounts(row: Row, months: readonly MonthColumn[]): readonly StagedCell[] {
  return months.map(({ position, heading, ordinal }) => ({ ordinal, reading: row.countAt(position, heading) }));
}

/** The offence of a row; one that no edition at hand has rejects it and lists those that its group has. */
export function readOffence(row: Row, hasHarassment: boolean): Offence {
  const group = offenceGroupOf(row.text('major'));
  if (group === null) {
    const known = offenceGroups.choices.map(({ label }) => label);
    return row.reject('major', 'an offence group of the Metropolitan Police', likely(row.text('major'), known));
  }
  const known = offences.choices.filter(({ within }) => within === group).map(({ label }) => label);
  const offence = offenceOf(group, row.text('minor'), hasHarassment);
  return (
    offence ?? row.reject('minor', `an offence of the group ${row.text('major')}`, likely(row.text('minor'), known))
  );
}

/** The nearest of the known labels; all of them where none is near. */
function likely(label: string, known: readonly string[]): readonly string[] {
  const near = nearestOf(label, known);
  return near.length === 0 ? known : near;
}

/** What a row counts, and where. */
export interface OffenceCounts {
  readonly indicator: IndicatorDefinition;
  readonly place: string;
  readonly offence: Offence;
  readonly cells: readonly StagedCell[];
}

/** Adds a row to its offence, to its group and, but for fraud passed on, to all offences of a place. */
export function stageOffence(
  draft: ReleaseDraft,
  { indicator, place, offence: { group, offence }, cells }: OffenceCounts,
): void {
  // One row is one offence in one place, but of the force as a whole.
  const isWhole = place !== metropolitanArea;
  const staged = { indicator, place, cells, combine: 'sum', isOfParts: !isWhole } as const;
  draft.stage({ ...staged, dimensions: { 'offence-group': group, offence }, isWhole });
  draft.stage({ ...staged, dimensions: { 'offence-group': group } });
  if (group !== reportedFraud) draft.stage(staged);
}

/**
 * Refuses a second row of one offence in one place, which would be added to the first.
 *
 * A place is what the file tells apart: one ward that stands under two commands is two.
 */
export class OffenceRows {
  readonly #lines = new Map<string, number>();

  /** Notes the row as the one of its place and offence; call it last, when nothing else can be wrong with the row. */
  note(row: Row, place: string, { group, offence }: Offence): void {
    const key = `${place}, ${group}, ${offence}`;
    const earlier = this.#lines.get(key);
    if (earlier !== undefined) {
      const expected = `one row for each place and offence, and line ${earlier} has this one already`;
      throw new RowProblem({ column: null, found: key, expected, isRepeat: true });
    }
    this.#lines.set(key, row.line);
  }
}
