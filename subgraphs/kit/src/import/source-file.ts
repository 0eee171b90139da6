import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { FileProblem } from './row-problem.ts';

/** A published file in memory: its text without a byte order mark, and the checksum of its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly bytes: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly checksum: string;
}

/** The largest file that is read whole: the largest published one is under 3 MB, a ward file of ten years about 60 MB. */
const maximumBytes = 512 * 1024 * 1024;

/**
 * Reads a file of UTF-8 text.
 *
 * @throws {FileProblem} when there is no such file, it is empty or too large, or its bytes are not UTF-8 text.
 */
export async function readSourceFile(path: string): Promise<SourceFile> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new FileProblem(`${path} cannot be read: ${reason(cause)}`, { cause });
  });
  return sourceFile(basename(path), bytes);
}

/**
 * A file from bytes that are at hand.
 *
 * @throws {FileProblem} as `readSourceFile`.
 */
export function sourceFile(name: string, bytes: Uint8Array): SourceFile {
  if (bytes.length === 0) throw new FileProblem(`${name} is empty`);
  if (bytes.length > maximumBytes)
    throw new FileProblem(`${name} has ${bytes.length} bytes; at most ${maximumBytes} are read`);
  const foreign = foreignKind(bytes);
  if (foreign !== null) throw new FileProblem(`${name} is ${foreign}: save it as UTF-8 text`);
  const checksum = createHash('sha256').update(bytes).digest('hex');
  return { name, text: decode(name, bytes), bytes: bytes.length, checksum };
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(cause);
}

/** What a file is that is not UTF-8 text, as far as its first bytes tell; null where they tell nothing. */
function foreignKind(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 256)).toString('latin1');
  if (start.startsWith('ÿþ') || start.startsWith('þÿ')) return 'UTF-16 text';
  if (start.startsWith('PK')) return 'a workbook or a zip archive';
  if (start.startsWith('ÐÏ')) return 'an old Excel workbook';
  if (start.startsWith('%PDF')) return 'a PDF document';
  if (start.startsWith('\u001f\u008b')) return 'compressed';
  if (/^\s*<(!doctype|html)/i.test(start)) return 'a web page, not the file that it links to';
  return bytes.includes(0) ? 'not text: it has null bytes' : null;
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const valid = new TextDecoder('utf-8').decode(bytes).split('\uFFFD')[0] ?? '';
    const line = valid.split('\n').length;
    throw new FileProblem(
      `${name} is not UTF-8 text: line ${line} has other bytes, perhaps of Windows-1252; save it as UTF-8`,
      { cause },
    );
  }
}
