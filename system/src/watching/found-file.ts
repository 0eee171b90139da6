import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';

/** A file that lies where a dataset is watched. */
export interface FoundFile {
  readonly path: string;
  /** The day of its publication, `YYYY-MM-DD`, as its name says or else its last change. */
  readonly publishedAt: string;
  /** SHA-256 of its bytes: what was looked at before is not looked at again. */
  readonly checksum: string;
}

/** What is watched cannot be had at present: the end of a sentence that begins with its name. */
export class WatchProblem extends Error {
  override readonly name = 'WatchProblem';
}

/** The day in a name, `bus-stops-2024-03-15.csv`, or that of the last change; today where that is still to come. */
export function publicationDay(name: string, changedAt: Date | null, now: Date): string {
  const [today, named] = [londonDayAt(now), /(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)/.exec(name)?.[1]];
  const isDay = named !== undefined && !Number.isNaN(Date.parse(named));
  const day = isDay ? named : londonDayAt(changedAt ?? now);
  return day > today ? today : day;
}

/** The SHA-256 of a file. */
export async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
