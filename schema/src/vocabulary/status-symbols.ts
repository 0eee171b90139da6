import type { ObservationStatus } from './core.ts';

/** What a table prints for a status without a value. Source: GSS symbols in tables, of the Government Analysis Function; words where it has none. */
export const statusSymbols: Readonly<Record<ObservationStatus, string>> = {
  PUBLISHED: '',
  CONFIDENTIAL: '[c]',
  NOT_AVAILABLE: '[x]',
  NOT_COLLECTED: '[x]',
  NOT_APPLICABLE: '[z]',
  NOT_YET_DUE: '[not yet due]',
  NOT_PUBLISHED: '[not published]',
  LOW_BASE: '[u]',
  WITHHELD_BY_TIER: '[restricted]',
};
