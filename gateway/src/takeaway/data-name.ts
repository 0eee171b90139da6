import { HttpError } from '@boroughgraph/schema/http/http-problem.ts';
import type { NamedOperation } from '../supergraph/schema-files.ts';
import { formatNames, type TableFormat, tableFormats } from './table-format.ts';

/** An operation by its name, and the form in which it is taken away; null is JSON. */
export interface DataFile {
  readonly operation: NamedOperation;
  readonly format: TableFormat | null;
}

const formats: ReadonlyMap<string, TableFormat | null> = new Map<string, TableFormat | null>([
  ...formatNames.map((format) => [tableFormats[format].ending, format] as const),
  ['json', null],
]);

/**
 * What the name of a file in `/data/` says.
 *
 * @throws {HttpError} 404 for an operation or an ending that there is not; it names those that there are.
 */
export function readDataName(name: string, operations: readonly NamedOperation[]): DataFile {
  const [, called = name, ending = ''] = /^([^.]*)\.(.*)$/.exec(name) ?? [];
  const operation = operations.find((each) => each.name === called);
  const format = formats.get(ending);
  if (operation !== undefined && format !== undefined) return { operation, format };
  const endings = `one of .${[...formats.keys()].join(', .')} after it`;
  const known = operations.map((each) => each.name).join(', ');
  const expected = operation === undefined ? `one of ${known}, with ${endings}` : `${operation.name} with ${endings}`;
  const message = `There is no file "${name.slice(0, 100)}" here. Expected ${expected}.`;
  throw new HttpError({ status: 404, code: 'BAD_REQUEST', message });
}
