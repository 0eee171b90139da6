import { getOperationAST } from 'graphql';
import { hashOperation } from '../usage/operation-use.ts';
import type { CountsByClient } from '../usage/usage-counts.ts';
import { readUsage } from '../usage/usage-files.ts';
import type { RecordedText } from './recorded-operations.ts';

/** Who has asked for what, so that whoever changes it knows whom to speak with. */
export interface CheckUsage {
  /** The first day that was counted. */
  readonly since: string;
  /** By the names of recorded operations. */
  readonly operations: ReadonlyMap<string, CountsByClient>;
  /** By coordinate, of all operations that were asked, recorded or not. */
  readonly fields: ReadonlyMap<string, CountsByClient>;
}

/** What gateways have counted in a folder, by the names of recorded operations; null where none has counted anything. */
export async function readCheckUsage(
  folder: string,
  operations: readonly RecordedText[],
  today: string,
): Promise<CheckUsage | null> {
  const usage = await readUsage(folder, today);
  if (usage === null) return null;
  const named = operations.flatMap(({ name, document }) => {
    const operation = getOperationAST(document);
    const counts = operation ? usage.operations.get(hashOperation(document, operation)) : undefined;
    return counts === undefined ? [] : [[name, counts] as const];
  });
  return { since: usage.since, operations: new Map(named), fields: usage.fields };
}

/** How often, since when and by whom, those first who did most: `31 times since 2026-01-01: Borough page 30, unnamed 1`; null for never. */
export function describeCounts(counts: CountsByClient | undefined, since: string): string | null {
  const clients = [...(counts ?? [])].toSorted(([, one], [, other]) => other - one);
  const sum = clients.reduce((before, [, count]) => before + count, 0);
  if (sum === 0) return null;
  const write = (count: number) => count.toLocaleString('en-GB');
  const times = sum === 1 ? 'once' : `${write(sum)} times`;
  return `${times} since ${since}: ${clients.map(([client, count]) => `${client} ${write(count)}`).join(', ')}`;
}
