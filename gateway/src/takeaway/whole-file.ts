import { JsonTooLongError, writeJsonInTurns } from '@boroughgraph/schema/process/write-json.ts';
import { encodeInTurns } from '@boroughgraph/schema/process/encode-in-turns.ts';
import { maxAnswerBytes } from '@boroughgraph/schema/wire/limits.ts';
import type { FastifyRequest } from 'fastify';
import { type AskedTable, executeJson, executeTable, headersOf } from './answer-table.ts';
import type { TableExecutor } from './table-executor.ts';
import { type BodyToCome, gather, type WholeBody } from './gathered-file.ts';
import { type RefusedFile, refuseFile } from './refused-file.ts';
import { writeTables } from './write-table.ts';

/** An operation that is taken away: as a table, or as JSON where that is null. */
export type AskedFile = Omit<AskedTable, 'table'> & {
  readonly table: AskedTable['table'] | null;
  readonly request: FastifyRequest;
  /** Up to how many bytes a table is there whole before any of it is sent, so that it can be read in parts. */
  readonly wholeBytes: number;
};

/** A file, with the headers that say what it is, or what is said in its place. */
export type FileAnswer =
  | {
      readonly kind: 'file';
      readonly body: WholeBody | BodyToCome;
      readonly headers: Readonly<Record<string, string>>;
    }
  | RefusedFile;

/** Executes an operation for a file. A long table is sent while it is made; JSON is whole, and at most as large as an answer may be. */
export async function executeForFile(
  executor: TableExecutor,
  { table, fileName, wholeBytes, ...of }: AskedFile,
): Promise<FileAnswer> {
  if (table === null) {
    const answer = await executeJson(executor, of);
    if (answer.kind === 'errors') return answer;
    const bytes = await writeWhole(answer.answer);
    if (bytes === null) return tooLarge;
    return { kind: 'file', body: { kind: 'whole', bytes }, headers: headersOf(answer, { table, fileName }) };
  }
  const answer = await executeTable(executor, { ...of, table });
  if (answer.kind === 'errors') return answer;
  const body = await gather(writeTables(answer.tables, table), wholeBytes);
  return body.kind === 'errors' ? body : { kind: 'file', body, headers: headersOf(answer, { table, fileName }) };
}

/** Null for what is larger than an answer may be. */
async function writeWhole(answer: object): Promise<Buffer | null> {
  try {
    return await encodeInTurns(await writeJsonInTurns(answer, { maxBytes: maxAnswerBytes }));
  } catch (error) {
    if (error instanceof JsonTooLongError) return null;
    throw error;
  }
}

const tooLarge = refuseFile(
  400,
  'OPERATION_TOO_LARGE',
  `The file is larger than ${maxAnswerBytes / 1024 / 1024} MiB, the most that is sent of JSON. Ask for csv, ndjson, parquet or arrow, which are sent while they are made, or for less at once: fewer periods, areas or indicators.`,
);
