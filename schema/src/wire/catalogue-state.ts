/*
 * By what an agency has answered, in a word: while that is the same, the same question has the same answer for everybody on the same
 * day. An agency says it with each answer to whoever asks for it, and at `readyPath`.
 */

/** The key of `extensions` in which an agency says by what it has answered. */
export const catalogueExtension = 'catalogue';

/** The header with which a gateway asks to be told that. Its value says nothing. */
export const catalogueHeader = 'x-boroughgraph-catalogue';

/** Stands for the catalogue in the state of an answer for which it was not read. */
const unread = '-';

/**
 * The state of a server of an agency.
 *
 * @param server - Another one after each start, since what it answers by may have changed with its code.
 * @param catalogue - Another one after each release, recall and end of an embargo; null where it was not read.
 */
export function writeCatalogueState(server: string, catalogue: string | null): string {
  return `${server}.${catalogue ?? unread}`;
}

/** Whether what was answered by the state `then` holds while the state is `now`. Never throws. */
export function holdsStill(then: string, now: string): boolean {
  if (then === now) return true;
  const [server, catalogue] = then.split('.');
  return catalogue === unread && now.split('.')[0] === server;
}
