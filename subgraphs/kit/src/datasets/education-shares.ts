import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Reading } from '../statistics/observation.ts';
import { ordinalOf } from '../statistics/periods.ts';
import type { FileFormat, OpenedFile } from './dataset.ts';
import { educationColumn, educationColumns, type EducationRow } from './education-rows.ts';
import { educationMarkers } from '../files/markers.ts';
import { parseNumber } from '../files/numbers.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { Row } from '../files/row.ts';

/*
 * The table of outcomes of children looked after, of which more than one agency serves a part: how many children have an
 * outcome, in number and percent, and in a row of its own how many there are in all.
 * Source: Department for Education, Children looked after in England including adoptions.
 */

/** The table, but for what its rows are made into. */
export const outcomesTable = {
  name: 'the Department for Education table of outcomes of children looked after',
  delimiter: ',',
  listsEveryArea: true,
  columns: {
    ...educationColumns,
    group: educationColumn('cla_group'),
    characteristic: educationColumn('characteristic'),
    number: educationColumn('number'),
    percentage: educationColumn('percentage', 'percent'),
  },
  otherColumns: 'refused',
} as const satisfies Omit<FileFormat, 'open'>;

/**
 * A reader of how many children there are in all in the area and year of a row: the number of the one row that is of all of
 * them. Null where no row or more than one is, where it is withheld, and where there are none.
 */
export function countAllChildren(file: OpenedFile, isOfAll: (row: Row) => boolean): (row: Row) => number | null {
  const rows = Map.groupBy(file.rows().filter(isOfAll), areaAndYear);
  return (row) => {
    const [all, ...others] = rows.get(areaAndYear(row)) ?? [];
    const number = all === undefined || others.length > 0 ? null : parseNumber(all.text('number'));
    return number !== null && number > 0 ? number : null;
  };
}

const areaAndYear = (row: Row) =>
  ['period', 'level', 'regionCode', 'authorityCode'].map((column) => row.text(column)).join(' ');

/** What is known of a share besides its row. */
export interface ShareOfChildren extends EducationRow {
  readonly indicator: IndicatorDefinition;
  readonly children: number | null;
  /** Who all children are. */
  readonly denominatorSource: string;
}

/**
 * Stages a share as published, in percent of the year to 31 March, with the numbers that it rests on. Where the number is
 * withheld, so is the share, which tells it. The Department rounds the numbers of regions and of England to the nearest 10.
 *
 * @throws {RowProblem} for a share of a borough that does not follow from its numbers.
 */
export function stageShare(row: Row, of: ShareOfChildren, draft: ReleaseDraft): void {
  const { indicator, area, year, denominatorSource } = of;
  const ordinal = ordinalOf(indicator.grid, `FY${year - 1}-${String(year).slice(2)}`);
  draft.stage({ indicator, place: area.code, cells: [{ ordinal, reading: shareIn(row, of) }], denominatorSource });
}

function shareIn(row: Row, { area, children }: ShareOfChildren): Reading {
  const isRounded = area.type !== 'BOROUGH';
  const number = row.count('number', educationMarkers);
  const share = row.reading('percentage', educationMarkers);
  if (share.value !== null && (share.value < 0 || share.value > 100))
    return row.refuse('percentage', 'a percentage, 0 to 100');
  const { status } = number.status === 'PUBLISHED' ? share : number;
  if (status !== 'PUBLISHED' || share.value === null) return { value: null, status };
  // A number that rounds to zero is not zero, and is not known.
  const numerator = number.flags?.includes('ROUNDS_TO_ZERO') === true ? null : number.value;
  if (!isRounded && numerator !== null && children !== null) checkShare(row, share.value, numerator / children);
  return {
    value: share.value,
    status,
    flags: [...(share.flags ?? []), ...(isRounded ? (['ROUNDED'] as const) : [])],
    numerator,
    denominator: children,
  };
}

/** Half a point of rounding, and what is lost in the last digit of a division. */
const roundingPoints = 0.5 + 1e-9;

/** A whole percentage follows from the two numbers: where it does not, rows or columns were mixed up. */
function checkShare(row: Row, share: number, part: number): void {
  const expected = part * 100;
  if (Math.abs(share - expected) > roundingPoints)
    row.refuse('percentage', 'the percentage that follows from the numbers of the children');
}
