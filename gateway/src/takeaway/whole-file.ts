import { JsonTooLongError, writeJsonInTurns } from '@boroughgraph/schema/process/write-json.ts';
import { encodeInTurns } from '@boroughgraph/schema/process/encode-in-turns.ts';
import { maxAnswerBytes } from '@boroughgraph/schema/wire/limits.ts';
import type { FastifyRequest } from 'fastify';
import {
  type AskedTable,
  executeJson,
  executeTable,
  headersOf,
  type RefusedFile,
  type TableExecutor,
} from './answer-table.ts';
import { writeTables } from './write-table.ts';

/** An operation that is taken away whole: as a table, or as JSON where that is null. */
export type AskedFile = Omit<AskedTable, 'table'> & { readonly table: AskedTable['table'] | null };

/** A file, with the headers that say what it is, or what is said in its place. */
export type FileAnswer =
  { readonly kind: 'file'; readonly bytes: Buffer; readonly headers: Readonly<Record<string, string>> } | RefusedFile;

/** Executes an operation for a file that has to be there whole before any of it is sent: it is at most as large as an answer may be. */
export async function executeForFile(
  executor: TableExecutor,
  request: FastifyRequest,
  { table, fileName, ...of }: AskedFile,
): Promise<FileAnswer> {
  if (table === null) {
    const answer = await executeJson(executor, request, of);
    if (answer.kind === 'errors') return answer;
    const bytes = await writeWhole(() =>
      writeJsonInTurns(answer.answer, { maxBytes: maxAnswerBytes }).then(encodeInTurns),
    );
    return bytes === null ? tooLarge : { kind: 'file', bytes, headers: headersOf(answer, { table, fileName }) };
  }
  const answer = await executeTable(executor, request, { ...of, table });
  if (answer.kind === 'errors') return answer;
  const bytes = await writeWhole(() => collect(writeTables(answer.tables, table)));
  return bytes === null ? tooLarge : { kind: 'file', bytes, headers: headersOf(answer, { table, fileName }) };
}

/** Null for what is larger than it may be. */
async function writeWhole(write: () => Promise<Buffer>): Promise<Buffer | null> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof JsonTooLongError) return null;
    throw error;
  }
}

/** @throws {JsonTooLongError} as soon as there is more than an answer may have. */
async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const collected: Buffer[] = [];
  let left = maxAnswerBytes;
  for await (const piece of pieces) {
    left -= piece.length;
    if (left < 0) throw new JsonTooLongError();
    collected.push(piece);
  }
  return Buffer.concat(collected);
}

const tooLarge: RefusedFile = {
  kind: 'errors',
  status: 400,
  errors: [
    {
      message: `The file is larger than ${maxAnswerBytes / 1024 / 1024} MiB, the most that is sent. Ask for less at once: fewer periods, areas or indicators.`,
      extensions: { code: 'OPERATION_TOO_LARGE' },
    },
  ],
};
