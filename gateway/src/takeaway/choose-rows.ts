import type { ErrorCode } from '@boroughgraph/schema/wire/error-codes.ts';
import { GraphQLError } from 'graphql';
import { describingTypes } from './series-columns.ts';
import { childrenOf, type RowsField, type TableField } from './table-field.ts';

/** Lists that a refusal names at most. */
const mostNamed = 20;

/**
 * The lists whose things are the rows of an operation's table: the outermost first, each inside the one before, the last with a row
 * for each of its things. That is the one list that has no other in it; with `asked`, the one of that path (`boroughs.crime`).
 * Lists that only describe a series are no rows, unless nothing else is, or they are asked for.
 *
 * @throws {GraphQLError} NOT_ONE_TABLE where there is none, or several, or none of the path that is asked for; it names those that are there.
 */
export function chooseRows(fields: readonly TableField[], asked: string | null): readonly RowsField[] {
  const chains = fields.flatMap((field) => chainsIn(field, []));
  if (asked !== null)
    return chains.find((chain) => pathOf(chain) === asked) ?? refuseTable(describeUnknown(asked, chains));
  const [only, ...more] = tablesAmong(chains);
  if (only === undefined) return refuseTable(describeNone);
  return more.length === 0 ? only : refuseTable(describeSeveral([only, ...more]));
}

/**
 * The lists of every table that an operation has, as {@link chooseRows} gives those of one.
 *
 * @throws {GraphQLError} NOT_ONE_TABLE where there is none.
 */
export function chooseAllRows(fields: readonly TableField[]): readonly (readonly RowsField[])[] {
  const tables = tablesAmong(fields.flatMap((field) => chainsIn(field, [])));
  return tables.length === 0 ? refuseTable(describeNone) : tables;
}

function tablesAmong(chains: readonly Chain[]): readonly Chain[] {
  const ends = chains.filter((chain) => !chains.some((other) => isLonger(other, chain)));
  return ends.some(isNoDescription) ? ends.filter(isNoDescription) : ends;
}

type Chain = readonly RowsField[];

/** Every way from the root to a list, by the lists on it. */
function chainsIn(field: TableField, before: Chain): readonly Chain[] {
  const isRows = field.kind === 'list' || field.kind === 'columns';
  const chain = isRows ? [...before, field] : before;
  return [...(isRows ? [chain] : []), ...childrenOf(field).flatMap((child) => chainsIn(child, chain))];
}

/** Whether a chain goes on where another ends, to something that is more than a description. */
function isLonger(chain: Chain, than: Chain): boolean {
  return chain.length > than.length && than.every((list, at) => list === chain[at]) && isNoDescription(chain);
}

function isNoDescription(chain: Chain): boolean {
  return chain.every((list) => list.kind === 'columns' || !describingTypes.has(list.typeName));
}

function pathOf(chain: Chain): string {
  return chain.at(-1)?.path.join('.') ?? '';
}

const describeNone =
  'A table has a row for each thing of one list, and the operation asks for no list. Ask for one, such as `observations` of a series, or for JSON.';

function describeSeveral(chains: readonly Chain[]): string {
  return `A table has a row for each thing of one list, and the operation asks for ${chains.length}: ${name(chains)}. Say which by \`list\` in the address, such as ?list=${pathOf(chains[0] ?? [])}, or ?list=* for all in a zip, or ask for JSON.`;
}

function describeUnknown(asked: string, chains: readonly Chain[]): string {
  const known = chains.length === 0 ? describeNone : `It has ${name(chains)}.`;
  return `The operation has no list at "${asked.slice(0, 200)}". ${known}`;
}

function name(chains: readonly Chain[]): string {
  const paths = chains.slice(0, mostNamed).map(pathOf).join(', ');
  return chains.length > mostNamed ? `${paths} and ${chains.length - mostNamed} more` : paths;
}

/** @throws {GraphQLError} NOT_ONE_TABLE, with a sentence for the client. */
export function refuseTable(message: string): never {
  const code: ErrorCode = 'NOT_ONE_TABLE';
  throw new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
