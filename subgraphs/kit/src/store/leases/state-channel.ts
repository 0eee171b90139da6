/** The channel of PostgreSQL on which changes of one agency's store are told; the triggers of its tables name it, too. */
export function stateChannel(schema: string): string {
  return `boroughgraph ${schema}`;
}

/** What is told on it. */
export type StateNews =
  /** That something has changed; of how many it is, whoever wants to know has to ask. */
  | { readonly kind: 'changed' }
  /** That whoever has made a change waits until all holders have let go of what they read before. */
  | { readonly kind: 'awaited'; readonly change: number }
  /** What a holder says to itself, so that it knows whether it hears anything. */
  | { readonly kind: 'echo'; readonly word: string };

/** What a holder says to itself, as text. */
export const writeEcho = (word: string): string => `echo ${word}`;

/** What a text on the channel says: of one that nobody here has written, that something may have changed. Never throws. */
export function readNews(text: string): StateNews {
  if (text.startsWith('echo ')) return { kind: 'echo', word: text.slice('echo '.length) };
  return /^\d{1,15}$/.test(text) ? { kind: 'awaited', change: Number(text) } : { kind: 'changed' };
}
