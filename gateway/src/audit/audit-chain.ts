import { createHash, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type AuditContent,
  type AuditHead,
  type AuditRecord,
  headSuffix,
  recordsSuffix,
  removedSuffix,
  signedHeadSchema,
  textOfHead,
} from './audit-record.ts';

/** Where audit records go, and with which key they are signed. */
export interface AuditPlace {
  readonly folder: string;
  readonly key: KeyObject;
}

/**
 * The records of one writer: a file to which lines are added and nothing else, each with its hash over the one before and a signature of
 * that, and a head beside it that says how many there are.
 */
export class AuditChain {
  readonly #place: AuditPlace;
  readonly #file: FileHandle;
  #bytes = 0;
  #head: AuditHead;

  /** @param file - Made for this writer, and empty; see {@link openAuditChain}. */
  constructor(place: AuditPlace, writer: string, file: FileHandle) {
    this.#place = place;
    this.#file = file;
    this.#head = { writer, sequence: -1, hash: '' };
  }

  /** Bytes that are on disk. */
  get size(): number {
    return this.#bytes;
  }

  /**
   * Resolves when the contents are on disk, each a record, in their order. Rejects where they are not: nothing more can be added then.
   */
  async add(contents: readonly AuditContent[]): Promise<void> {
    let head = this.#head;
    let text = '';
    for (const content of contents) {
      const line = this.#lineAfter(head, content);
      text += line.text;
      head = line.head;
    }
    try {
      await this.#file.appendFile(text);
      await this.#file.datasync();
    } catch (error) {
      // Half a record would look as if somebody had cut it off. Where even this fails, the verifier says what it finds.
      await this.#file.truncate(this.#bytes).catch(() => undefined);
      throw error;
    }
    this.#bytes += Buffer.byteLength(text);
    this.#head = head;
    await this.#writeHead();
  }

  /** Never rejects: all is on disk that was said to be. */
  async close(): Promise<void> {
    await this.#file.close().catch(() => undefined);
  }

  #lineAfter(last: AuditHead, content: AuditContent) {
    const { writer } = last;
    const sequence = last.sequence + 1;
    const record: AuditRecord = { writer, sequence, previous: last.hash, content };
    const text = JSON.stringify(record);
    const head = { writer, sequence, hash: hashOf(text) };
    return { head, text: `${signatureOf(head, this.#place.key)} ${text}\n` };
  }

  /** In a file of its own that then takes the place of the one before: half of one would be none. */
  async #writeHead(): Promise<void> {
    const path = join(this.#place.folder, this.#head.writer + headSuffix);
    const signed = { ...this.#head, signature: signatureOf(this.#head, this.#place.key) };
    await writeDurably(`${path}.new`, JSON.stringify(signed));
    await rename(`${path}.new`, path);
  }
}

/**
 * Begins the records of a new writer in a folder, which is made where there is none; its first record says where all others stand.
 *
 * @throws when it cannot be written to; nothing is left of the writer then.
 */
export async function openAuditChain(place: AuditPlace): Promise<AuditChain> {
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const at = new Date().toISOString();
  const writer = `${at.replaceAll(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
  const heads = await readHeads(place.folder);
  const paths = [recordsSuffix, headSuffix, `${headSuffix}.new`].map((suffix) => join(place.folder, writer + suffix));
  const [path = ''] = paths;
  const chain = new AuditChain(place, writer, await open(path, 'ax', 0o600));
  try {
    await chain.add([{ kind: 'begin', at, heads: [...heads] }]);
    await syncFolder(place.folder);
    return chain;
  } catch (error) {
    await chain.close();
    await Promise.all(paths.map((each) => rm(each, { force: true }).catch(() => undefined)));
    throw error;
  }
}

/** The hash of a record's text. Never throws. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function signatureOf(head: AuditHead, key: KeyObject): string {
  return sign(null, Buffer.from(textOfHead(head)), key).toString('base64url');
}

/** Writes a whole file, and resolves when it is on disk. */
export async function writeDurably(path: string, text: string): Promise<void> {
  await using file = await open(path, 'w', 0o600);
  await file.writeFile(text);
  await file.datasync();
}

/** The names of new files are on disk as well. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** Of those that can be read: that one was changed is for the verifier to say, and no reason to write nothing down. */
async function readHeads(folder: string): Promise<readonly AuditHead[]> {
  const ends = [headSuffix, removedSuffix];
  const names = (await readdir(folder)).filter((name) => ends.some((end) => name.endsWith(end))).toSorted();
  return (await Promise.all(names.map((name) => readHead(join(folder, name))))).flat();
}

async function readHead(path: string): Promise<readonly AuditHead[]> {
  try {
    // A removal has what a head has, and more.
    const { writer, sequence, hash } = z.object(signedHeadSchema.shape).parse(JSON.parse(await readFile(path, 'utf8')));
    return [{ writer, sequence, hash }];
  } catch {
    return [];
  }
}
