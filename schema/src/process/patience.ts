/** A wait that can be given up. */
export interface Patience {
  /** Ends the wait: nobody is told that it is over. Safe to call twice. */
  readonly stop: () => void;
}

// Enough that one long block costs a wait little, and few enough that a wait costs nothing.
const parts = 10;

/**
 * Calls `onLate` once, when an answer has been waited for `durationMs` milliseconds in which it could have been seen.
 *
 * A thread that does something else sees no answer, and its timers come first when it is free again: by the clock alone, whoever
 * asked would be told that there was none within 5 seconds, while it lay there. So the wait is in ten parts, of which a block,
 * however long, takes one; and after the last of them, what has arrived is looked at before `onLate` is called.
 */
export function startPatience(durationMs: number, onLate: () => void): Patience {
  let left = parts;
  let isOver = false;
  let timer = setTimeout(nextPart, durationMs / parts);
  return {
    stop: () => {
      isOver = true;
      clearTimeout(timer);
    },
  };

  function nextPart(): void {
    left -= 1;
    if (left > 0) timer = setTimeout(nextPart, durationMs / parts);
    // Between timers and immediates, Node reads what has arrived.
    else setImmediate(tell);
  }

  function tell(): void {
    if (!isOver) onLate();
  }
}
