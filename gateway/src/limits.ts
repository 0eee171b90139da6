/**
 * The most fields, fragments and spreads that an operation may ask for, a fragment's counted wherever it is spread.
 *
 * Planning runs on the thread that serves everybody. Fourteen fragments that each spread the next twice are 1 kB of text
 * and kept it busy for 36 seconds; they are 32,000 selections. The largest recorded operation has 376, and the worst that
 * this limit lets through was planned in half a second.
 */
export const maxSelections = 3_000;

/** The most tokens in a document: twenty times the largest recorded operation, and too few to overrun the parser's stack. */
export const maxTokens = 5_000;

/** The largest request body in bytes: `maxTokens` of text, and variables with a code for each of 10,000 areas. */
export const maxBodyBytes = 256 * 1024;

/** How long a client may take to send its request, in milliseconds. */
export const requestTimeoutMs = 30_000;
