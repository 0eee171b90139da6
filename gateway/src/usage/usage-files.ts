import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { UsageCounts } from './usage-counts.ts';

/** As long as a dashboard that is looked at once a quarter needs to be seen. */
const usageDays = 90;
const dayMs = 86_400_000;

const counts = z.record(z.string(), z.record(z.string(), z.int().nonnegative()));
const usageFile = z.object({ operations: counts, fields: counts });
const fileName = /^(\d{4}-\d{2}-\d{2})\.[\w-]+\.json$/;

/** What was asked, and since which day it was counted. */
export interface RecordedUsage extends UsageCounts {
  readonly since: string;
}

/** Writes what was counted on a day, in the place of what the same writer wrote of it; whoever reads meanwhile reads one or the other. */
export async function writeUsage(
  folder: string,
  { day, writer, counts: counted }: { readonly day: string; readonly writer: string; readonly counts: UsageCounts },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const asObject = (of: UsageCounts['operations']) =>
    Object.fromEntries([...of].map(([key, clients]) => [key, Object.fromEntries(clients)]));
  const text = JSON.stringify({ operations: asObject(counted.operations), fields: asObject(counted.fields) });
  const path = join(folder, `${day}.${writer}.json`);
  const unfinished = `${path}.${randomUUID()}`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Deletes what is older than 90 days. */
export async function removeOldUsage(folder: string, today: string): Promise<void> {
  const first = firstDay(today);
  for (const { file, day } of await listFiles(folder)) if (day < first) await rm(join(folder, file), { force: true });
}

/**
 * What all gateways counted that write to a folder, within 90 days; null where none has.
 *
 * @throws {Error} when a file cannot be read; one that is none of theirs is passed over.
 */
export async function readUsage(folder: string, today: string): Promise<RecordedUsage | null> {
  const files = (await listFiles(folder)).filter(({ day }) => day >= firstDay(today));
  const [first] = files;
  if (first === undefined) return null;
  const sum = { operations: new Map<string, Map<string, number>>(), fields: new Map<string, Map<string, number>>() };
  for (const { file } of files) {
    const parsed = usageFile.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')));
    if (!parsed.success) continue;
    addTo(sum.operations, parsed.data.operations);
    addTo(sum.fields, parsed.data.fields);
  }
  return { since: first.day, ...sum };
}

function addTo(sum: Map<string, Map<string, number>>, more: z.infer<typeof counts>): void {
  for (const [key, clients] of Object.entries(more)) {
    const own = sum.get(key) ?? new Map<string, number>();
    for (const [client, count] of Object.entries(clients)) own.set(client, (own.get(client) ?? 0) + count);
    sum.set(key, own);
  }
}

async function listFiles(folder: string) {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return names.toSorted().flatMap((file) => {
    const day = fileName.exec(file)?.[1];
    return day === undefined ? [] : [{ file, day }];
  });
}

function firstDay(today: string): string {
  return new Date(Date.parse(today) - usageDays * dayMs).toISOString().slice(0, 10);
}
