import type { AskedSeries, Question } from './ask.ts';
import type { FileRow } from './published-rows.ts';

/** A cell of a table, as a reader in a hurry sees it: where, when, what, and what is printed. */
export interface Cell {
  readonly place: string;
  readonly time: string;
  readonly what: string;
  readonly text: string;
}

/** What a script finds: a number, or the name of a place. */
type Finding = number | string;

/** What becomes of a script on our figures. */
export type Outcome =
  | { readonly is: 'right'; readonly finding: Finding }
  /** It finds something that is not so, and each of these words stands beside the figures that it used. */
  | { readonly is: 'marked'; readonly finding: Finding; readonly marks: readonly string[] }
  /** It finds nothing, because of what stands in place of a number, or because there is no such figure. */
  | { readonly is: 'fails'; readonly because: string };

/** A way in which people misread such tables: a script that does so, what it finds in the published file and what in ours. */
export interface Misreading {
  /** What is taken for what. */
  readonly title: string;
  /** Paths of published files, from their folder. */
  readonly files: readonly string[];
  /** What the script takes from the rows of the files. */
  readonly cells: (...files: readonly (readonly FileRow[])[]) => readonly Cell[];
  readonly script: (cells: readonly Cell[]) => Finding;
  /** What it finds in the published file, which is not so. */
  readonly wrong: Finding;
  /** Where the same figures are to be asked for with us. */
  readonly question: Question;
  /** What the script takes from our series. @default the text of each figure */
  readonly ours?: (series: readonly AskedSeries[]) => readonly Cell[];
  readonly outcome: Outcome;
}

/** The number that is printed in a cell, as a script reads it that expects nothing else: a blank is 0 to it, a marker no number. */
export const numberIn = ({ text }: Cell) => Number(text.replaceAll(',', ''));
/** The same of a script that takes whatever is no number for nothing. */
export const numberOrZero = (cell: Cell) => numberIn(cell) || 0;
/** What numbers come to together. */
export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
/** A number with so many decimals. */
export const rounded = (number: number, decimals = 2) => Number(number.toFixed(decimals));

/**
 * The one cell that there is.
 *
 * @throws when there is another number of them.
 */
export function only(cells: readonly Cell[]): Cell {
  const [cell] = cells;
  if (cell === undefined || cells.length > 1) throw new Error(`${cells.length} figures`);
  return cell;
}

/** The figures of our series as cells: a number as it is, anything else as it is shown. */
export function cellsOf(series: readonly AskedSeries[]): readonly Cell[] {
  return series.flatMap(({ area, dimensions, observations }) =>
    observations.map(({ period, value, displayValue }) => ({
      place: area?.name ?? '',
      time: period.id,
      what: dimensions.map(({ label }) => label).join(', '),
      text: value === null ? displayValue : String(value),
    })),
  );
}

/** All words that stand beside the figures of series. */
function marksOf(series: readonly AskedSeries[]): string {
  const marks = series.flatMap(({ indicator, area, observations, breaks, caveats }) => [
    ...Object.values(indicator),
    ...Object.values(area ?? {}),
    ...caveats.flatMap(({ severity, text }) => [severity, text]),
    ...observations.flatMap(({ period, status, flags, lower, upper, denominatorPeriod }) => [
      `from ${period.start} to ${period.end}`,
      period.type,
      status,
      ...flags,
      ...(lower === null || upper === null ? [] : ['limits']),
      ...(denominatorPeriod === null ? [] : [`residents of ${denominatorPeriod.id}`]),
    ]),
    ...breaks.map(({ at, note }) => `${at}: ${note}`),
  ]);
  return [...new Set(marks.map(String))].join('\n');
}

/** What becomes of a script on our series, in the form of what is expected of it. */
export function outcomeOf({ script, ours = cellsOf, outcome }: Misreading, series: readonly AskedSeries[]): Outcome {
  const cells = ours(series);
  const found = attempt(() => script(cells));
  if (found instanceof Error) return { is: 'fails', because: found.message };
  if (Number.isNaN(found))
    return { is: 'fails', because: cells.find((cell) => Number.isNaN(numberIn(cell)))?.text ?? '' };
  if (outcome.is !== 'marked') return { is: 'right', finding: found };
  const marks = marksOf(series);
  return { is: 'marked', finding: found, marks: outcome.marks.filter((mark) => marks.includes(mark)) };
}

function attempt(script: () => Finding): Finding | Error {
  try {
    return script();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
