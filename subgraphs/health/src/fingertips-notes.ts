import type { ObservationFlag, ObservationStatus } from '@boroughgraph/schema/vocabulary/core.ts';

/** What a note beside a value makes of it. */
export interface ValueNote {
  /** Null where the value is to be read; otherwise there is none to serve, whatever stands in the cell. */
  readonly status: Exclude<ObservationStatus, 'PUBLISHED'> | null;
  readonly flags: readonly ObservationFlag[];
}

/**
 * Every note that is known, and what it makes of the value. Another note may change a value in ways nobody has looked at, so
 * its row is rejected.
 *
 * Source: Public Health England, Fingertips, value notes.
 */
export const valueNotes: Readonly<Record<string, ValueNote>> = {
  '': { status: null, flags: [] },
  // Added up by the publisher from the parts of the area that are known.
  'Aggregated from all known lower geography values': { status: null, flags: ['ESTIMATED'] },
  'Value based on count rounded up to the nearest 5': { status: null, flags: ['ROUNDED'] },
  // Nobody measured the authority: the number is that of the wider area.
  'LAs are allocated the rate of the police force area within which they sit': { status: 'NOT_COLLECTED', flags: [] },
  'Value suppressed for disclosure control due to small count': { status: 'CONFIDENTIAL', flags: [] },
};
