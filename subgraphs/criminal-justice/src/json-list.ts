import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { SourceFile } from '@boroughgraph/kit/files/source-file.ts';
import type { RawTable } from '@boroughgraph/kit/files/table.ts';

/**
 * A list of JSON objects as a table: one row an object, one column a key, each cell the text itself or, for anything but
 * text, its JSON. An object without a key has an empty cell. The line is that on which the object's text begins.
 *
 * @throws {FileProblem} when the file is no JSON, or not a list of objects.
 */
export function tabulateJsonList(file: SourceFile): RawTable {
  const list = parseList(file);
  const headings = [...new Set(list.flatMap((record) => Object.keys(record)))];
  const lines = linesOfRecords(file.text);
  return {
    headings,
    rows: list.map((record, index) => ({ line: lines[index] ?? 1, cells: headings.map((key) => cellOf(record[key])) })),
  };
}

function parseList(file: SourceFile): readonly Readonly<Record<string, unknown>>[] {
  const list = parseJson(file);
  if (!Array.isArray(list) || !list.every(isRecord))
    throw new FileProblem(`${file.name} is JSON, but not a list of objects`);
  return list;
}

function parseJson({ name, text }: SourceFile): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FileProblem(`${name} is no JSON, or was cut off: ${reason}`, { cause });
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The line on which each object of the outer list begins: found by depth, outside quotation marks. */
function linesOfRecords(text: string): readonly number[] {
  const lines: number[] = [];
  let [line, depth] = [1, 0];
  // Whole strings in one match, so that brackets inside them do not count.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]\n]/g))
    if (token === '\n') {
      line += 1;
    } else if (token === '{' || token === '[') {
      if (depth === 1) lines.push(line);
      depth += 1;
    } else if (token === '}' || token === ']') {
      depth -= 1;
    }
  return lines;
}
