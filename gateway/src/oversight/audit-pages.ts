import { createPublicKey, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import type { AuditPlace } from '../audit/audit-chain.ts';
import { maxChainMs } from '../audit/audit.ts';
import { type AuditContent, recordsSuffix } from '../audit/audit-record.ts';
import { readSigned, readUnsigned } from '../audit/verify-audit.ts';
import { type AuditPart, rowOf, type RowsOfPart } from './audit-rows.ts';

/** Which records are wanted. */
export interface PageQuery<Part extends AuditPart> {
  readonly agency: string;
  readonly part: Part;
  /** Those before this one, as a page before has named it; null for the newest. */
  readonly before: string | null;
  /** How many at most. */
  readonly count: number;
}

/** Some records, newest first. */
export interface ReadPage<Row> {
  readonly rows: readonly Row[];
  /** How many more there would be that are not as they were written. */
  readonly changed: number;
  /** The last of them, where there are more before it. */
  readonly next: string | null;
}

/** A reading takes a disk and some processor time: who comes when so many wait is told to come again. */
const waitingAtMost = 8;

/** Bytes that one reading looks at before it gives what it has found, and where to go on. */
const bytesAtMost = 256 * 1024 * 1024;

/** The clock of a gateway may have been put back by so much while it wrote, in milliseconds. */
const clockMs = 60_000;

/** A line that is one of those wanted, by its place: its moment, its writer, and its number there. */
interface Found {
  readonly place: string;
  readonly writer: string;
  readonly sequence: number;
  readonly line: string;
}

/** Reads the audit of a gateway from the newest record back, one reading after the other. */
export class AuditPages {
  readonly #folder: string;
  readonly #key: KeyObject;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor({ folder, key }: AuditPlace) {
    this.#folder = folder;
    this.#key = createPublicKey(key);
  }

  /**
   * Some records about an agency.
   *
   * @throws {HttpError} 503 where too many wait to read; another error where the folder cannot be read.
   */
  async read<Part extends AuditPart>(query: PageQuery<Part>): Promise<ReadPage<RowsOfPart[Part]>> {
    if (this.#waiting >= waitingAtMost) throw busy();
    this.#waiting += 1;
    const reading = this.#last.then(() => this.#read(query));
    this.#last = reading.catch(() => undefined);
    try {
      return await reading;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #read<Part extends AuditPart>(query: PageQuery<Part>): Promise<ReadPage<RowsOfPart[Part]>> {
    const { found, reached } = await this.#find(query);
    const kept = found.slice(0, query.count);
    const contents = kept.map(({ line, ...place }) => readSigned(line, place, this.#key));
    // What a record is about was read before its signature was looked at: what is wrong with it stands for itself.
    const rows = contents.flatMap((content) => rowsOf(content, query));
    const next = found.length > query.count ? (kept.at(-1)?.place ?? null) : reached;
    return { rows, changed: contents.filter((content) => content === null).length, next };
  }

  /** One more than wanted, newest first; `reached` is where to go on from, if not all was looked at. */
  async #find<Part extends AuditPart>(query: PageQuery<Part>) {
    const { before, count } = query;
    let found: Found[] = [];
    let bytes = 0;
    for (const writer of await this.#writers()) {
      const begun = startOf(writer);
      if (before !== null && before < momentText(begun - clockMs)) continue;
      // Neither this one nor any that began before it has anything newer.
      const newest = `${momentText(begun + maxChainMs + clockMs)} `;
      if ((found[count]?.place ?? '') > newest) break;
      if (bytes > bytesAtMost && (before === null || newest < before))
        return { found: found.filter(({ place }) => place >= newest), reached: newest };
      bytes += await this.#readWriter(writer, query, (one) => {
        found.push(one);
        if (found.length > 4 * (count + 1)) found = newestOf(found, count + 1);
      });
      found = newestOf(found, count + 1);
    }
    return { found, reached: null };
  }

  /** The names of writers, the last to begin first. */
  async #writers(): Promise<readonly string[]> {
    const names = await readdir(this.#folder).catch(emptyForMissing);
    return names
      .filter((name) => name.endsWith(recordsSuffix))
      .map((name) => name.slice(0, -recordsSuffix.length))
      .toSorted()
      .toReversed();
  }

  /** Tells of each line of a writer that may be wanted, and returns how many bytes there were. A line that is being written is none yet. */
  async #readWriter(writer: string, query: PageQuery<AuditPart>, onFound: (found: Found) => void): Promise<number> {
    const name = JSON.stringify(query.agency);
    const stream = createReadStream(join(this.#folder, writer + recordsSuffix), { encoding: 'utf8' });
    let [rest, sequence] = ['', 0];
    for await (const piece of stream) {
      const lines = (rest + String(piece)).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const place = `${/"at":"([^"]+)"/.exec(line)?.[1] ?? ''} ${writer} ${String(sequence).padStart(9, '0')}`;
        const isBefore = query.before === null || place < query.before;
        if (isBefore && line.includes(name) && isWanted(line, query)) onFound({ place, writer, sequence, line });
        sequence += 1;
      }
    }
    return stream.bytesRead;
  }
}

const busy = () =>
  new HttpError({
    status: 503,
    code: 'GATEWAY_BUSY',
    message: 'Several people read the audit at the moment, one after the other. Ask again in some seconds.',
  });

/** Whether a line says anything that is wanted, whether or not it is as it was written. */
function isWanted(line: string, { agency, part }: PageQuery<AuditPart>): boolean {
  const content = readUnsigned(line);
  return content !== null && rowOf(content, agency, part) !== null;
}

function rowsOf<Part extends AuditPart>(
  content: AuditContent | null,
  { agency, part }: PageQuery<Part>,
): readonly RowsOfPart[Part][] {
  const row = content === null ? null : rowOf(content, agency, part);
  // Of each part there are rows of its own.
  return row === null ? [] : [row as RowsOfPart[Part]];
}

function newestOf(found: readonly Found[], count: number): Found[] {
  return found.toSorted((a, b) => (a.place < b.place ? 1 : -1)).slice(0, count);
}

/** When a writer began, by its name: `20261130T075500123Z-1a2b3c4d`. Of another name the beginning of time. */
function startOf(writer: string): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-/.exec(writer);
  if (parts === null) return 0;
  const [, year, month, day, hour, minute, second, ms] = parts;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`);
}

const momentText = (ms: number) => new Date(ms).toISOString();

function emptyForMissing(error: unknown): readonly string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  throw error;
}
