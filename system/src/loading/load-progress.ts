import { basename } from 'node:path';
import type { PlannedLoad } from './load-plan.ts';

/** Milliseconds between two changes of the line: what is faster, nobody reads. */
const everyMs = 100;

/** Shows how far a load is. */
export interface LoadProgress {
  readonly update: (done: { readonly rowsRead: number }) => void;
  /** Removes what was shown. */
  readonly clear: () => void;
}

/**
 * On a terminal a line that changes while the file is read; elsewhere, such as in a log, one line when it begins.
 *
 * @param position which of the files it is, from 1, and of how many.
 */
export function showProgress(
  load: PlannedLoad,
  position: { readonly number: number; readonly of: number },
  output: NodeJS.WriteStream,
): LoadProgress {
  const title = `[${position.number}/${position.of}] ${load.agency.slug}/${load.dataset} ${basename(load.file)}`;
  if (!output.isTTY) {
    output.write(`${title}\n`);
    return { update: () => undefined, clear: () => undefined };
  }
  let shownAt = 0;
  const show = (text: string): void => {
    // Carriage return and "erase to the end of the line"; cut to the width, because a line that wraps cannot be erased.
    output.write(`\r\u001b[K${text.slice(0, output.columns - 1)}`);
  };
  show(title);
  return {
    update: ({ rowsRead }) => {
      const now = Date.now();
      if (now - shownAt < everyMs) return;
      shownAt = now;
      show(`${title} ${rowsRead.toLocaleString('en-GB')} rows`);
    },
    clear: () => {
      show('');
    },
  };
}
