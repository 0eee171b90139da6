import { setTimeout as wait } from 'node:timers/promises';
import { Asker } from './asker.ts';
import type { Figures, Judge } from './judge.ts';

/** How somebody asks, again and again. */
export interface Asking {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** @default what everybody sends who posts */
  readonly headers?: Readonly<Record<string, string>>;
  /** By GET, saying what he has already. @default false: he posts */
  readonly keeps?: boolean;
}

/** What answers go to. */
export interface Hearing {
  readonly figures: Figures;
  readonly judge: Judge;
  readonly isDone: () => boolean;
  /** Whether enough was asked in this state: then he takes his time until there is another. @default never */
  readonly isAhead?: () => boolean;
}

/** In milliseconds; more than a hundred times what an answer takes. */
const restMs = 10;

/** What somebody has, and what tells that it is as it was. */
interface Kept {
  readonly tag: string | null;
  readonly figure: number | null | undefined;
}

/** Asks a gateway in one way, one request after the other, until all is done. */
export async function askUntilDone(url: string, asking: Asking, hearing: Hearing): Promise<void> {
  const { query, variables, keeps = false } = asking;
  const asker = new Asker(url);
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const path = keeps ? `?${parameters.toString()}` : '';
  const body = keeps ? null : JSON.stringify({ query, variables });
  const type = keeps ? { 'apollo-require-preflight': 'yes' } : { 'content-type': 'application/json' };
  const headers = { ...type, ...asking.headers };
  const kept: Kept = { tag: null, figure: undefined };
  while (!hearing.isDone()) {
    if (hearing.isAhead?.()) await wait(restMs);
    const askedAt = Date.now();
    const reply = await asker.ask(path, kept.tag === null ? headers : { ...headers, 'if-none-match': kept.tag }, body);
    // Who is told that nothing has changed goes on showing what he has.
    const figure = reply.status === 304 ? kept.figure : hearing.figures.of(reply);
    hearing.judge.add({ by: url, askedAt, answeredAt: Date.now(), figure });
    if (keeps && reply.tag !== null) Object.assign(kept, { tag: reply.tag, figure } satisfies Kept);
  }
  asker.close();
}
