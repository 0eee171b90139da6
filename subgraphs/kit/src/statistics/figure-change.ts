import type { Reading } from './observation.ts';

/**
 * What becomes of one figure from one edition to another: `added` (shown now and not before), `same`, `changed`, `gone` (shown before and no
 * more) or `hidden` (shown before, and withheld now).
 */
export type FigureChange = 'added' | 'same' | 'changed' | 'gone' | 'hidden';

/**
 * What became of a figure; null where it is shown neither before nor now. Undefined and null stand for a cell that an edition does not have.
 * It is the one comparison of editions: reports of loads and the graph both make it. Never throws.
 */
export function changeOf(before: Reading | null | undefined, now: Reading | null | undefined): FigureChange | null {
  const [earlier, later] = [shownIn(before), shownIn(now)];
  if (later !== null) return earlier === null ? 'added' : earlier === later ? 'same' : 'changed';
  if (earlier === null) return null;
  return now?.status === 'CONFIDENTIAL' ? 'hidden' : 'gone';
}

const shownIn = (reading: Reading | null | undefined) => (reading?.status === 'PUBLISHED' ? reading.value : null);
