import type { ObservationStatus } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Reading } from '../statistics/observation.ts';

/** What the texts that stand in place of numbers mean in a publisher's files. */
export type Markers = Readonly<Record<string, Reading>>;

const withheld: Reading = { value: null, status: 'CONFIDENTIAL' };
const notAvailable: Reading = { value: null, status: 'NOT_AVAILABLE' };
const notApplicable: Reading = { value: null, status: 'NOT_APPLICABLE' };
const lowBase: Reading = { value: null, status: 'LOW_BASE' };
const roundsToZero: Reading = { value: 0, status: 'PUBLISHED', flags: ['ROUNDS_TO_ZERO'] };

/** Symbols of the Government Statistical Service. Source: Analysis Function, symbols in tables. */
export const serviceSymbols: Markers = {
  '[c]': withheld,
  '[x]': notAvailable,
  '[z]': notApplicable,
  '[u]': lowBase,
  '[low]': roundsToZero,
};

/** Department for Education, with the symbols of the service, to which releases go over. Source: analysts' guide, symbols in underlying data. */
export const educationMarkers: Markers = {
  ...serviceSymbols,
  c: withheld,
  x: notAvailable,
  z: notApplicable,
  u: lowBase,
  k: roundsToZero,
  low: roundsToZero,
  ':': notAvailable,
  '..': notAvailable,
};

/** NHS hospital statistics: an asterisk is a withheld count, a colon or two dots a figure that was not supplied. */
export const hospitalMarkers: Markers = { '*': withheld, ':': notAvailable, '..': notAvailable, '-': notAvailable };

/** Statuses by their own names: all that a publisher can give. Access is the reader's. */
const statusMarkers: Readonly<Record<Exclude<ObservationStatus, 'WITHHELD_BY_TIER'>, Reading>> = {
  PUBLISHED: { value: null, status: 'PUBLISHED' },
  CONFIDENTIAL: withheld,
  NOT_AVAILABLE: notAvailable,
  NOT_COLLECTED: { value: null, status: 'NOT_COLLECTED' },
  NOT_APPLICABLE: notApplicable,
  NOT_YET_DUE: { value: null, status: 'NOT_YET_DUE' },
  NOT_PUBLISHED: { value: null, status: 'NOT_PUBLISHED' },
  LOW_BASE: lowBase,
};

/** Statuses by their own names and by the symbols of the Government Statistical Service, as the tidy format writes them. */
export const tidyMarkers: Markers = { ...statusMarkers, ...serviceSymbols };

/**
 * What may stand in place of a figure in the tidy format: the symbols of the service and of those publishers above, where all who
 * use one mean the same by it. A dash does not: it is zero to some and nothing to others.
 */
const tidySymbols: Markers = {
  ...educationMarkers,
  '*': withheld,
  '**': withheld,
  supp: withheld,
  suppressed: withheld,
  withheld,
  confidential: withheld,
};

/** A count of which only a limit or a range is said: `<5`, `under 5`, `1-4`, `1 to 4`. It is withheld, and was small. */
const withinLimits = /^((<|≤|&lt;)\s*=?|under|up to|(fewer|less) than)\s*\d+(\.\d+)?$|^\d+\s*(-|–|to)\s*\d+$/i;

/**
 * The reading for a text that stands in place of a figure in the tidy format; null for one that is no marker. A blank is what the
 * publisher left out: withheld where small counts are (`isProtected`), as hospitals leave them blank, and not available elsewhere.
 * Never throws.
 */
export function readingOfTidyMarker(text: string, isProtected: boolean): Reading | null {
  if (text.trim() === '') return isProtected ? withheld : notAvailable;
  return withinLimits.test(text.trim()) ? withheld : readingOfMarker(tidySymbols, text);
}

/** The reading that a marker stands for, in any case and with space around it; null for a text that is no marker. */
export function readingOfMarker(markers: Markers, text: string): Reading | null {
  const trimmed = text.trim();
  const exact = Object.hasOwn(markers, trimmed) ? markers[trimmed] : undefined;
  const lower = trimmed.toLowerCase();
  return exact ?? (Object.hasOwn(markers, lower) ? (markers[lower] ?? null) : null);
}
