import { type KeyObject, verify } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from './audit-chain.ts';
import {
  type AuditContent,
  type AuditHead,
  type AuditRecord,
  type AuditRemoval,
  headSuffix,
  recordSchema,
  recordsSuffix,
  removalSchema,
  removedSuffix,
  signedHeadSchema,
  textOfHead,
  textOfRemoval,
} from './audit-record.ts';

/** What the records of a folder are, and what is wrong with them. */
export interface AuditState {
  /** All that could be read, in the order of their writers. */
  readonly records: readonly AuditRecord[];
  /** Where each writer stands, or stood when its records were removed, to be noted elsewhere. */
  readonly heads: readonly AuditHead[];
  /** Of the writers whose records were removed when they were old enough, by whoever has the key. */
  readonly removals: readonly AuditRemoval[];
  /** Each a sentence that names the file and the record; none where all is as it was written. */
  readonly problems: readonly string[];
}

interface Chain {
  readonly writer: string;
  readonly records: readonly AuditRecord[];
  /** By their numbers. */
  readonly hashes: readonly string[];
  readonly problems: readonly string[];
}

/**
 * Reads all records of a folder and finds those that were changed, removed, put elsewhere or cut off since they were written, by the public
 * key of the writers. A writer that was removed as a whole is missed by those that began after it, and by where it was noted to stand.
 *
 * @param noted - Where writers stood at some time before, as was noted elsewhere.
 * @throws when the folder cannot be read.
 */
export async function verifyAudit(
  folder: string,
  key: KeyObject,
  noted: readonly AuditHead[] = [],
): Promise<AuditState> {
  const state = await readState(folder, key, noted);
  // A writer that is at work may have been seen in the middle of a record; what was done to it is there the second time as well.
  return state.problems.length === 0 ? state : readState(folder, key, noted);
}

async function readState(folder: string, key: KeyObject, noted: readonly AuditHead[]): Promise<AuditState> {
  const names = await readdir(folder);
  const writers = new Set(names.flatMap((name) => /^(.+)\.(?:records|head)$/.exec(name)?.[1] ?? []));
  const strays = names.filter((name) => !/\.(?:records|head|head\.new|removed|removed\.new)$/.test(name));
  const chains = await Promise.all([...writers].toSorted().map((writer) => readChain(folder, writer, key)));
  const removed = await readRemovals(folder, names, key);
  const byWriter = new Map<string, Standing>([
    ...removed.removals.map((removal) => [removal.writer, { removal }] as const),
    ...chains.map((chain) => [chain.writer, chain] as const),
  ]);
  const heads = chains.map(({ writer, hashes }) => ({
    writer,
    sequence: hashes.length - 1,
    hash: hashes.at(-1) ?? '',
  }));
  return {
    records: chains.flatMap(({ records }) => records),
    heads: [...removed.removals.map(({ writer, sequence, hash }) => ({ writer, sequence, hash })), ...heads],
    removals: removed.removals,
    problems: [
      ...strays.map((name) => `${name}: is no file of the audit`),
      ...removed.problems,
      ...chains.flatMap(({ problems }) => problems),
      ...chains.flatMap((chain) => findMissed(chain, byWriter)),
      ...noted.filter((head) => isMissed(head, byWriter)).map((head) => `${describeHead(head)} when that was noted`),
    ],
  };
}

/** What is left of a writer: the hashes of its records, or where it stood when they were removed. */
type Standing = Pick<Chain, 'hashes'> | { readonly removal: AuditRemoval };

async function readRemovals(folder: string, names: readonly string[], key: KeyObject) {
  const read = await Promise.all(
    names
      .filter((name) => name.endsWith(removedSuffix))
      .toSorted()
      .map(async (name) => {
        const removal = parseRemoval((await readOrNull(join(folder, name))) ?? '', key);
        return removal !== null && name === removal.writer + removedSuffix ? removal : `${name}: was changed`;
      }),
  );
  return {
    removals: read.filter((each) => typeof each !== 'string'),
    problems: read.filter((each) => typeof each === 'string'),
  };
}

function parseRemoval(text: string, key: KeyObject): AuditRemoval | null {
  try {
    const removal = removalSchema.safeParse(JSON.parse(text)).data ?? null;
    if (removal === null || JSON.stringify(removal) !== text) return null;
    const { signature, ...stated } = removal;
    return isSigned(textOfRemoval(stated), signature, key) ? stated : null;
  } catch {
    return null;
  }
}

async function readChain(folder: string, writer: string, key: KeyObject): Promise<Chain> {
  // Before the records, of which a writer at work adds more.
  const head = await readOrNull(join(folder, writer + headSuffix));
  const text = await readOrNull(join(folder, writer + recordsSuffix));
  if (text === null) return { writer, records: [], hashes: [], problems: [`${writer}: its records are missing`] };
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  const problems: string[] = rest === '' ? [] : [`${writer}: ends in the middle of a record`];
  const records: AuditRecord[] = [];
  const hashes: string[] = [];
  for (const [sequence, line] of lines.entries()) {
    const read = readLine(line, { writer, sequence, previous: hashes.at(-1) ?? '' }, key);
    if (typeof read === 'string') problems.push(`${writer}: record ${sequence} ${read}`);
    else records.push(read);
    hashes.push(hashOf(line.slice(line.indexOf(' ') + 1)));
  }
  return { writer, records, hashes, problems: [...problems, ...findCutOff(head, { writer, hashes }, key)] };
}

type Expected = Pick<AuditRecord, 'writer' | 'sequence' | 'previous'>;

/** A record, or what is wrong with its line. */
function readLine(line: string, expected: Expected, key: KeyObject): AuditRecord | string {
  const [signature, text] = partsOf(line);
  const head = { writer: expected.writer, sequence: expected.sequence, hash: hashOf(text) };
  if (!isSigned(textOfHead(head), signature, key)) return 'was changed, removed, or put elsewhere';
  const record = parseRecord(text);
  if (record === null) return 'cannot be read';
  const isInPlace = record.writer === expected.writer && record.sequence === expected.sequence;
  return isInPlace && record.previous === expected.previous ? record : 'does not follow from the one before';
}

/**
 * What one line of a writer says, if its signature is that of the writer at this place of its file; null where it is not. That nothing is
 * missing around it {@link verifyAudit} says alone. Never throws.
 */
export function readSigned(
  line: string,
  { writer, sequence }: Pick<AuditHead, 'writer' | 'sequence'>,
  key: KeyObject,
): AuditContent | null {
  const [signature, text] = partsOf(line);
  const isSound = isSigned(textOfHead({ writer, sequence, hash: hashOf(text) }), signature, key);
  return isSound ? readUnsigned(line) : null;
}

/** What a line says, whoever has written it; null where it cannot be read. Never throws. */
export function readUnsigned(line: string): AuditContent | null {
  return parseRecord(partsOf(line)[1])?.content ?? null;
}

function partsOf(line: string): readonly [signature: string, text: string] {
  const end = line.indexOf(' ');
  return [line.slice(0, end), line.slice(end + 1)];
}

function parseRecord(text: string): AuditRecord | null {
  try {
    return recordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Whether as many records are there as the writer has said. More may be: it says so when they are written. */
function findCutOff(
  text: string | null,
  { writer, hashes }: Pick<Chain, 'writer' | 'hashes'>,
  key: KeyObject,
): readonly string[] {
  if (text === null) return [`${writer}: its head is missing`];
  const head = parseHead(text);
  if (head === null || head.writer !== writer || !isSigned(textOfHead(head), head.signature, key))
    return [`${writer}: its head was changed`];
  if (hashes[head.sequence] === head.hash) return [];
  return [`${writer}: was cut off: it had ${head.sequence + 1} records, and ${hashes.length} are there`];
}

function parseHead(text: string) {
  try {
    const head = signedHeadSchema.safeParse(JSON.parse(text)).data ?? null;
    // As it was written, to the letter.
    return head !== null && JSON.stringify(head) === text ? head : null;
  } catch {
    return null;
  }
}

/** What stood with other writers when one began, and stands there no more. */
function findMissed({ writer, records }: Chain, chains: ReadonlyMap<string, Standing>): readonly string[] {
  const heads = records.flatMap(({ content }) => (content.kind === 'begin' ? content.heads : []));
  return heads.filter((head) => isMissed(head, chains)).map((head) => `${describeHead(head)} when ${writer} began`);
}

/** Of records that were removed, the hash of the last alone is known: of one before it that there was one. */
function isMissed({ writer, sequence, hash }: AuditHead, chains: ReadonlyMap<string, Standing>): boolean {
  const standing = chains.get(writer);
  if (standing === undefined) return true;
  if ('hashes' in standing) return standing.hashes[sequence] !== hash;
  return (
    sequence > standing.removal.sequence || (sequence === standing.removal.sequence && hash !== standing.removal.hash)
  );
}

const describeHead = ({ writer, sequence }: AuditHead) =>
  `${writer}: its first ${sequence + 1} records are not there as they were`;

/** Base64 has several texts for the same bytes: only the one that a writer makes is taken. */
function isSigned(text: string, signature: string, key: KeyObject): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.toString('base64url') === signature && verify(null, Buffer.from(text), key, bytes);
}

/** Null where there is no file. What is no UTF-8 was not written by a writer, and has no record. */
async function readOrNull(path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) return 'no text';
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
