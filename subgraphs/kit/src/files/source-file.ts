import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { foreignKindOf } from './foreign-kind.ts';
import { FileProblem } from './row-problem.ts';
import type { Sheet } from './sheet.ts';
import { readWorkbook } from './workbook.ts';

/** A published file in memory, and the checksum of its bytes. */
export interface SourceFile {
  readonly name: string;
  /** UTF-8 text without a byte order mark; empty for a workbook. */
  readonly content: Uint8Array;
  /** `content` as a text, made anew whenever it is asked for. */
  readonly text: string;
  /** The sheets of a workbook; null for text. */
  readonly sheets: readonly Sheet[] | null;
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly checksum: string;
}

/**
 * The largest file that is read: what is held of it while it is read must leave room for its figures. The largest published one is
 * under 3 MB, a ward file of ten years about 60 MB.
 */
const maximumBytes = 128 * 1024 * 1024;

/**
 * Reads a file of UTF-8 or marked UTF-16 text, or a workbook; a pipe as well.
 *
 * @throws {FileProblem} when there is no such file, it is a folder, empty or too large, or nothing that can be read.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const bytes = await readBytes(path).catch((cause: unknown) => {
    if (cause instanceof FileProblem) throw cause;
    throw new FileProblem(`${path} cannot be read: ${reason(cause)}`, { cause });
  });
  return sourceFile(basename(path), bytes);
}

/** Piece by piece, since nobody knows beforehand how much a pipe has. */
async function readBytes(path: string): Promise<Uint8Array> {
  const { size } = await stat(path);
  requireSize(basename(path), size);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    length += piece.length;
    requireSize(basename(path), length);
    pieces.push(piece);
  }
  return pieces.length === 1 ? (pieces[0] ?? Buffer.alloc(0)) : Buffer.concat(pieces, length);
}

function requireSize(name: string, bytes: number): void {
  if (bytes <= maximumBytes) return;
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024).toLocaleString('en-GB');
  throw new FileProblem(
    `${name} has ${megabytes(bytes)} MB, and at most ${megabytes(maximumBytes)} are read: load it in parts, such as a file for each year`,
  );
}

/**
 * A file from bytes that are at hand.
 *
 * @throws {FileProblem} as `readSourceFile`.
 */
export function sourceFile(name: string, bytes: Uint8Array): SourceFile {
  if (bytes.length === 0) throw new FileProblem(`${name} is empty`);
  requireSize(name, bytes.length);
  const checksum = createHash('sha256').update(bytes).digest('hex');
  return describe({ name, bytes: bytes.length, checksum }, bytes);
}

function describe(head: Pick<SourceFile, 'name' | 'bytes' | 'checksum'>, bytes: Uint8Array): SourceFile {
  const foreign = foreignKindOf(bytes);
  switch (foreign?.kind) {
    case 'unreadable':
      throw new FileProblem(`${head.name} is ${foreign.what}`);
    case 'workbook':
      return withText(head, new Uint8Array(), readWorkbook(head.name, bytes, foreign.form));
    case 'utf-16':
      return withText(head, utf8Of(head.name, bytes, foreign.encoding), null);
    case undefined:
      requireUtf8(head.name, bytes);
      return withText(head, withoutMark(bytes), null);
    default:
      throw new Error(`no reading of ${JSON.stringify(foreign satisfies never)}`);
  }
}

function withText(
  head: Pick<SourceFile, 'name' | 'bytes' | 'checksum'>,
  content: Uint8Array,
  sheets: SourceFile['sheets'],
): SourceFile {
  return {
    ...head,
    content,
    sheets,
    get text() {
      return new TextDecoder('utf-8').decode(content);
    },
  };
}

const withoutMark = (bytes: Uint8Array) =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

function utf8Of(name: string, bytes: Uint8Array, encoding: string): Uint8Array {
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FileProblem(`${name} is damaged UTF-16 text: fetch the file again, or save it as UTF-8`, { cause });
  }
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder: name the file in it';
    case 'EACCES':
      return 'whoever runs this command may not read it';
    default:
      return String(cause);
  }
}

function requireUtf8(name: string, bytes: Uint8Array): void {
  if (isUtf8(bytes)) return;
  const valid = new TextDecoder('utf-8').decode(bytes).split('\uFFFD')[0] ?? '';
  throw new FileProblem(
    `${name} is not UTF-8 text: line ${valid.split('\n').length} has other bytes, perhaps of Windows-1252; save it as UTF-8`,
  );
}
