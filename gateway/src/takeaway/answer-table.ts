import { HeaderMap, type GraphQLRequest, type GraphQLResponse } from '@apollo/server';
import { syntheticHeader } from '@boroughgraph/schema/wire/synthetic-header.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { GatewayContext } from '../http/gateway-context.ts';
import { operationLimits } from '../limits.ts';
import { completeOperation } from './complete-operation.ts';
import { isTooLongForSheet, maxSheetCells } from './columnar/spreadsheet.ts';
import { findAttributions } from './data-dictionary.ts';
import { statusOf } from './error-status.ts';
import type { GraphQLHttpRequest } from './graphql-request.ts';
import { geometryColumn } from './geo-json.ts';
import { tableFormats, zipFormat } from './table-format.ts';
import type { TablePlan } from './table-plan.ts';
import { everyList, type TableRequest } from './table-request.ts';
import { findAbsence, rowsOf } from './table-rows.ts';
import { type TableToWrite, writeTables } from './write-table.ts';

/** What executes an operation by all the rules of `/graphql`. */
export interface TableExecutor {
  readonly schema: GraphQLSchema;
  readonly execute: (request: GraphQLRequest, context: GatewayContext) => Promise<GraphQLResponse>;
}

/** One operation that is taken away. */
export interface AskedTable {
  readonly asked: GraphQLHttpRequest;
  readonly table: TableRequest;
  readonly context: GatewayContext;
  /** What the file is called, without its ending. */
  readonly fileName: string;
  /** Where the table is. */
  readonly url: string;
}

/** A table, or several where all are asked for; or what is said in their place. */
export type TableAnswer =
  | { readonly kind: 'tables'; readonly tables: readonly TableToWrite[]; readonly synthetic: readonly string[] }
  | RefusedFile;

/** What is wrong with an operation, in the form of a GraphQL answer. */
export interface RefusedFile {
  readonly kind: 'errors';
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * Executes an operation for a table. Any error, also one that costs a part of the answer alone, comes in place of the table: a file
 * has no room to say what is missing in it. So does nothing at all where the rows would be (NO_ROWS).
 */
export async function executeTable(
  { schema, execute }: TableExecutor,
  request: FastifyRequest,
  { asked, table, context, url }: Omit<AskedTable, 'fileName'>,
): Promise<TableAnswer> {
  const isAttributed = tableFormats[table.format].isAttributed || table.hasComments;
  const { maxTokens } = operationLimits;
  const completed = asked.text === null ? null : completeOperation(asked.text, { schema, maxTokens, isAttributed });
  const planned: { list: string | null; plans: readonly TablePlan[] } = { list: table.list, plans: [] };
  const { status, data, errors, extensions } = readResponse(
    await execute(toApollo(request, asked, completed), { ...context, table: planned }),
  );
  if (errors.length > 0 || planned.plans.length === 0) {
    // Places are those of a text that the client has not sent.
    const told = completed === null ? errors : errors.map(withoutPlace);
    return { kind: 'errors', status: statusOf(errors, status), errors: told };
  }
  const synthetic = readIds(extensions?.['synthetic']);
  const attributions = isAttributed ? findAttributions(data) : [];
  const refused = planned.plans.flatMap((plan) => findFault(plan, { data, synthetic, table }) ?? []);
  const [first] = refused;
  // Of several, one that is not there is said in its place.
  const isNone = table.list === everyList ? refused.length === planned.plans.length : first !== undefined;
  const isImpossible = refused.some(({ status: code }) => code !== 404);
  if (first !== undefined && (isNone || isImpossible)) return refused.find((each) => each.status !== 404) ?? first;
  return {
    kind: 'tables',
    tables: planned.plans.map((plan) => ({ plan, data, synthetic, attributions, url })),
    synthetic,
  };
}

/** Why a table cannot be written; null where it can. */
function findFault(
  plan: TablePlan,
  { data, synthetic, table }: Pick<TableToWrite, 'data' | 'synthetic'> & { readonly table: TableRequest },
): RefusedFile | null {
  const absence = findAbsence(plan, data);
  if (absence !== null) return { kind: 'errors', status: 404, errors: [describeAbsence(absence.at)] };
  if (table.format === 'geojson' && geometryColumn(plan) === -1)
    return { kind: 'errors', status: 400, errors: [withoutGeometry] };
  const isTooLong = table.format === 'xlsx' && isTooLongForSheet(rowsOf(plan, data, synthetic), plan.columns.length);
  return isTooLong ? { kind: 'errors', status: 400, errors: [tooLongForSheet] } : null;
}

/** The answer to an operation that is taken away as JSON; its errors in its place, as for a table. */
export async function executeJson(
  { execute }: TableExecutor,
  request: FastifyRequest,
  { asked, context }: Pick<AskedTable, 'asked' | 'context'>,
): Promise<RefusedFile | { readonly kind: 'json'; readonly answer: object; readonly synthetic: readonly string[] }> {
  const { status, data, errors, extensions } = readResponse(await execute(toApollo(request, asked, null), context));
  if (errors.length > 0) return { kind: 'errors', status: statusOf(errors, status), errors };
  return {
    kind: 'json',
    answer: { data, ...(extensions && { extensions }) },
    synthetic: readIds(extensions?.['synthetic']),
  };
}

function readResponse({ body, http }: GraphQLResponse) {
  if (body.kind !== 'single') throw new Error('An operation was answered in parts, which nobody has asked for');
  const { data, errors = [], extensions } = body.singleResult;
  return { status: http.status, data, errors, extensions };
}

/** Answers a request with the table of an operation, or with its errors as JSON, whatever form was asked for. */
export async function answerTable(
  executor: TableExecutor,
  { request, reply, ...asked }: AskedTable & { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const answer = await executeTable(executor, request, asked);
  void reply.header('vary', 'accept');
  if (answer.kind === 'errors') return sendErrors(reply, answer);
  return reply.headers(headersOf(answer, asked)).send(writeTables(answer.tables, asked.table));
}

/** The headers that say what a file is; JSON where `table` is null. */
export function headersOf(
  { synthetic }: Pick<TableToWrite, 'synthetic'>,
  { table, fileName }: { readonly table: Pick<TableRequest, 'format' | 'list'> | null; readonly fileName: string },
): Readonly<Record<string, string>> {
  const { mediaType, ending } =
    table === null ? asJson : table.list === everyList ? zipFormat : tableFormats[table.format];
  const name = `${synthetic.length > 0 ? 'SYNTHETIC-' : ''}${fileName}.${ending}`;
  return {
    'content-type': mediaType,
    'content-disposition': `inline; filename="${name}"`,
    ...(synthetic.length > 0 && { [syntheticHeader]: synthetic.filter(isPlainId).join(', ') }),
  };
}

const asJson = { mediaType: 'application/json; charset=utf-8', ending: 'json' };

/** Sends errors in the form of a GraphQL answer. */
export function sendErrors(
  reply: FastifyReply,
  { status, errors }: { readonly status: number; readonly errors: readonly GraphQLFormattedError[] },
): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify({ errors })}\n`);
}

function toApollo(
  { headers, method }: FastifyRequest,
  { text, hash, operationName, variables }: GraphQLHttpRequest,
  completed: string | null,
): GraphQLRequest {
  const http = { method, headers: new HeaderMap(), search: '', body: null };
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') http.headers.set(name, value);
  const named = text === null ? { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } } : {};
  const query = completed ?? text;
  return {
    ...(query !== null && { query }),
    ...(operationName !== undefined && { operationName }),
    variables,
    http,
    ...named,
  };
}

function withoutPlace({ message, path, extensions }: GraphQLFormattedError): GraphQLFormattedError {
  return { message, ...(path && { path }), ...(extensions && { extensions }) };
}

function describeAbsence(at: string): GraphQLFormattedError {
  const message = `There is no table: the answer has nothing at "${at}", inside which the rows would be. Ask for JSON to see what is there.`;
  return { message, extensions: { code: 'NO_ROWS' } };
}

const withoutGeometry: GraphQLFormattedError = {
  message:
    'GeoJSON is of areas with their outlines, and the operation asks for none. Ask for boundary { geometry } of the things of the list, or for another form.',
  extensions: { code: 'NOT_ONE_TABLE' },
};

const tooLongForSheet: GraphQLFormattedError = {
  message: `A spreadsheet has at most ${maxSheetCells} cells here, and the table has more. Ask for less at once, or for csv, parquet or arrow.`,
  extensions: { code: 'OPERATION_TOO_LARGE' },
};

function readIds(named: unknown): readonly string[] {
  return Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
}

const isPlainId = (id: string) => /^[\w-]+$/.test(id);
