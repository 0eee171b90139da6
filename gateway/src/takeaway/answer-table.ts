import { HeaderMap, type GraphQLRequest, type GraphQLResponse } from '@apollo/server';
import { syntheticHeader } from '@boroughgraph/schema/wire/synthetic-header.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { AnsweringLimits } from '../http/bind-request.ts';
import type { GatewayContext, PlannedTable } from '../http/gateway-context.ts';
import { operationLimits } from '../limits.ts';
import type { AnsweredState } from '../operations/operation-context.ts';
import { completeOperation } from './complete-operation.ts';
import { findAttributions } from './data-dictionary.ts';
import { statusOf } from './error-status.ts';
import { gather, streamOf } from './gathered-file.ts';
import type { GraphQLHttpRequest } from './graphql-request.ts';
import { geometryColumn } from './geo-json.ts';
import type { RefusedFile } from './refused-file.ts';
import { tableFormats, zipFormat } from './table-format.ts';
import type { TableExecutor } from './table-executor.ts';
import { type AskForPage, TablePages } from './table-pages.ts';
import type { TablePlan } from './table-plan.ts';
import { everyList, type TableRequest } from './table-request.ts';
import { findAbsence } from './table-rows.ts';
import { type TableToWrite, writeTables } from './write-table.ts';

/** One operation that is taken away. */
export interface AskedTable {
  readonly asked: GraphQLHttpRequest;
  readonly table: TableRequest;
  readonly context: GatewayContext;
  readonly limits: AnsweringLimits;
  /** What the file is called, without its ending. */
  readonly fileName: string;
  /** Where the table is. */
  readonly url: string;
}

/** A table, or several where all are asked for; or what is said in their place. */
export type TableAnswer =
  | { readonly kind: 'tables'; readonly tables: readonly TableToWrite[]; readonly synthetic: readonly string[] }
  | RefusedFile;

/** What a table is made for. */
export type TableAsking = Omit<AskedTable, 'fileName'> & { readonly request: FastifyRequest };

/**
 * Executes an operation for a table. Any error, also one that costs a part of the answer alone, comes in place of the table: a file
 * has no room to say what is missing in it. So does nothing at all where the rows would be (NO_ROWS). Of a list in pages the first is asked
 * for; the others are when they are written.
 */
export async function executeTable(executor: TableExecutor, asking: TableAsking): Promise<TableAnswer> {
  const { table, url } = asking;
  const isAttributed = tableFormats[table.format].isAttributed || table.hasComments;
  const planned: PlannedTable = { list: table.list, plans: [] };
  const ask = askerOf(executor, asking, { planned, isAttributed });
  const states: AnsweredState[] = [];
  const first = await ask({ ...asking.context, states }, {});
  asking.context.states?.push(...states);
  if (first.kind === 'errors') return first;
  const { data } = first;
  const refused = planned.plans.flatMap((plan) => findFault(plan, data, table) ?? []);
  const [fault] = refused;
  // Of several, one that is not there is said in its place.
  const isNone = table.list === everyList ? refused.length === planned.plans.length : fault !== undefined;
  const isImpossible = refused.some(({ status: code }) => code !== 404);
  if (fault !== undefined && (isNone || isImpossible)) return refused.find((each) => each.status !== 404) ?? fault;
  const pages = new TablePages({ executor, ...asking }, { first, states, ask });
  const sources = await pages.findSources(planned.plans);
  if (sources.kind === 'errors') return sources;
  const synthetic = [...new Set([...first.synthetic, ...sources.synthetic])].toSorted();
  const attributions = isAttributed ? findAttributions(data, sources.datasets) : [];
  return {
    kind: 'tables',
    tables: planned.plans.map((plan) => ({
      plan,
      absence: findAbsence(plan, data),
      pages: pages.rowsOf(plan, synthetic),
      ...{ synthetic, attributions, url },
    })),
    synthetic,
  };
}

/** What asks for an operation, or for another page of it by its variables. The plans of its tables are made when it is first asked. */
function askerOf(
  executor: TableExecutor,
  { asked, request }: Pick<TableAsking, 'asked' | 'request'>,
  { planned, isAttributed }: { readonly planned: PlannedTable; readonly isAttributed: boolean },
): AskForPage {
  const { text, operationName } = asked;
  const options = { schema: executor.schema, maxTokens: operationLimits.maxTokens, isAttributed, operationName };
  const completed = text === null ? null : completeOperation(text, options);
  return async (context, more) => {
    const sent = toApollo(request, { ...asked, variables: { ...asked.variables, ...more } }, completed);
    const answered = readResponse(await executor.execute(sent, { ...context, table: planned }));
    const { status, data, errors, extensions } = answered;
    if (errors.length === 0 && planned.plans.length > 0)
      return { kind: 'page', data, synthetic: readIds(extensions?.['synthetic']) };
    // Places are those of a text that the client has not sent.
    const told = completed === null ? errors : errors.map(withoutPlace);
    return { kind: 'errors', status: statusOf(errors, status), errors: told };
  };
}

/** Why a table cannot be written; null where it can. */
function findFault(plan: TablePlan, data: unknown, { format }: TableRequest): RefusedFile | null {
  const absence = findAbsence(plan, data);
  if (absence !== null) return { kind: 'errors', status: 404, errors: [describeAbsence(absence.at)] };
  const isWithoutGeometry = format === 'geojson' && geometryColumn(plan) === -1;
  return isWithoutGeometry ? { kind: 'errors', status: 400, errors: [withoutGeometry] } : null;
}

/** The answer to an operation that is taken away as JSON; its errors in its place, as for a table. */
export async function executeJson(
  { execute }: TableExecutor,
  { request, asked, context }: Pick<TableAsking, 'request' | 'asked' | 'context'>,
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

/** What is gathered of a table before anything of it is sent: an error that comes by then is said in its place. */
const gatheredBytes = 64 * 1024;

/** Answers a request with the table of an operation, or with its errors as JSON, whatever form was asked for. */
export async function answerTable(
  executor: TableExecutor,
  { reply, ...asking }: AskedTable & { readonly request: FastifyRequest; readonly reply: FastifyReply },
): Promise<FastifyReply> {
  const answer = await executeTable(executor, asking);
  void reply.header('vary', 'accept');
  if (answer.kind === 'errors') return sendErrors(reply, answer);
  const body = await gather(writeTables(answer.tables, asking.table), gatheredBytes);
  if (body.kind === 'errors') return sendErrors(reply, body);
  return reply.headers(headersOf(answer, asking)).send(body.kind === 'whole' ? body.bytes : streamOf(body));
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

function readIds(named: unknown): readonly string[] {
  return Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
}

const isPlainId = (id: string) => /^[\w-]+$/.test(id);
