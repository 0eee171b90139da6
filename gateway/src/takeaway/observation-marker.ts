import type { ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { statusSymbols } from '@boroughgraph/schema/vocabulary/status-symbols.ts';

/** What stands beside a value for each flag; words where no symbol is agreed. */
const ofFlag: Readonly<Record<ObservationFlag, string>> = {
  PROVISIONAL: '[p]',
  REVISED: '[r]',
  ESTIMATED: '[e]',
  MODELLED: '[modelled]',
  PLANNED: '[planned]',
  LOW_RELIABILITY: '[u]',
  BREAK_BEFORE: '[b]',
  ROUNDED: '[rounded]',
  ROUNDS_TO_ZERO: '[low]',
  PARTIAL_COVERAGE: '[partial coverage]',
  IN_DEVELOPMENT: '[in development]',
  COMPOSITE_AREA: '[composite area]',
  SYNTHETIC: '[synthetic]',
};

const markers: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ...Object.entries(statusSymbols),
  ...Object.entries(ofFlag),
]);

/** What stands in a row that has no observation, since there is none at its place. */
export const noObservation = '[none]';

/**
 * The marker of an observation: empty where there is a value of which nothing need be known, else a symbol or some words in square
 * brackets for its status and for each of its flags, with blanks between. A status or flag that is not known stands as it is.
 */
export function markerOf(status: unknown, flags: unknown): string {
  const words = [status, ...(Array.isArray(flags) ? (flags as unknown[]) : [])];
  const said = words.flatMap((word) => (typeof word === 'string' ? [markers.get(word) ?? `[${word}]`] : []));
  return said.filter((marker) => marker !== '').join(' ');
}

/** What the data dictionary says of a column of markers. */
export const markerDescription = [
  'Why there is no value, or what must be known of it; empty where there is a value and nothing need be known.',
  ...[...markers].filter(([, marker]) => marker !== '').map(([word, marker]) => `${marker} ${String(word)}.`),
  `${noObservation} The series has no observation at all.`,
].join(' ');
