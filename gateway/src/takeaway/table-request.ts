import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import { chooseFormat, type TableFormat } from './table-format.ts';

/** Stands for every list of an answer, each a file of its own. */
export const everyList = '*';

/** How an answer is to be taken away. */
export interface TableRequest {
  readonly format: TableFormat;
  /** The list whose things are the rows, by its path in the answer; null for the only one, {@link everyList} for all. */
  readonly list: string | null;
  /** Whether CSV begins with the mark by which Excel knows UTF-8. */
  readonly hasByteOrderMark: boolean;
  /** Whether CSV begins with comments: what must be shown beside the figures. */
  readonly hasComments: boolean;
}

/**
 * What a request asks for by its address and its header `accept`; null for one that does not ask for a table.
 *
 * @throws {HttpError} BAD_REQUEST for an option that has another value than one that it may have.
 */
export function readTableRequest(parameters: URLSearchParams, accept: string | undefined): TableRequest | null {
  const format = chooseFormat(parameters.get('format'), accept);
  return format === null ? null : readTableOptions(parameters, format);
}

/**
 * How a table of a form is asked for by an address.
 *
 * @throws {HttpError} BAD_REQUEST for an option that has another value than one that it may have.
 */
export function readTableOptions(parameters: URLSearchParams, format: TableFormat): TableRequest {
  return {
    format,
    list: parameters.get('list'),
    hasByteOrderMark: readFlag(parameters, 'bom'),
    hasComments: readFlag(parameters, 'comments'),
  };
}

function readFlag(parameters: URLSearchParams, name: 'bom' | 'comments'): boolean {
  const value = parameters.get(name) ?? 'false';
  if (value === 'true' || value === 'false') return value === 'true';
  const message = `"${name}" is "${value.slice(0, 50)}". Expected true or false.`;
  throw new HttpError({ status: 400, code: 'BAD_REQUEST', message });
}
