import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { instantOf } from '@boroughgraph/kit/loading/embargo.ts';
import { z } from 'zod';
import type { FileToLoad } from '../load-commands.ts';
import { Problem, describeError, systemErrorCode } from '../problem.ts';

const manifestSchema = z.object({
  loads: z.array(
    // A misspelt key of an entry would be a reference that is silently missing; keys beside `loads` are for people.
    z.strictObject({
      agency: z.string().min(1),
      dataset: z.string().min(1),
      file: z.string().min(1),
      publishedAt: z.iso.date('expected a day such as 2025-12-15'),
      reference: z.record(z.string(), z.string().min(1)).optional(),
      embargoUntil: z.string().transform(parseInstant).optional(),
      confirmRevision: z.boolean().optional(),
      replacesWhole: z.boolean().optional(),
    }),
  ),
});

/**
 * The files that a manifest lists, in its order, their paths made absolute: in a manifest they start from its own folder.
 *
 * @throws {Problem} when it cannot be read, is no JSON, or has another form; one line for each thing that is wrong, with the entry.
 */
export function readManifest(path: string): FileToLoad[] {
  const parsed = manifestSchema.safeParse(readJson(path), { reportInput: true });
  if (!parsed.success)
    throw new Problem(
      parsed.error.issues.map((issue) => `${path}: ${describePath(issue.path)}: ${describeIssue(issue)}`).join('\n'),
    );
  const folder = dirname(path);
  return parsed.data.loads.map(({ reference = {}, file, embargoUntil = null, ...entry }) => ({
    ...entry,
    embargoUntil,
    file: resolve(folder, file),
    references: Object.fromEntries(Object.entries(reference).map(([name, each]) => [name, resolve(folder, each)])),
  }));
}

function parseInstant(text: string, context: z.RefinementCtx): string {
  const instant = instantOf(text);
  if (instant.kind === 'instant') return instant.utc;
  context.addIssue(`"${text}" is no end of an embargo: expected ${instant.expected}`);
  return z.NEVER;
}

function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(`The manifest ${path} cannot be read: ${misreadOf(text)}`, { cause: error });
  }
}

/** Programs of Windows write a byte order mark, which is no part of JSON, and some UTF-16. */
function readText(path: string): string {
  try {
    const bytes = readFileSync(path);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
  } catch (error) {
    const isFolder = systemErrorCode(error) === 'EISDIR';
    const reason = isFolder ? 'it is a folder: name the manifest in it, a .json file' : describeError(error);
    throw new Problem(`The manifest ${path} cannot be read: ${reason}`, { cause: error });
  }
}

/** What a text is that is no JSON. */
function misreadOf(text: string): string {
  if (text.trim() === '') return 'it is empty';
  if (!text.trimStart().startsWith('{'))
    return 'it is no manifest, which is JSON that begins with {. A single file is loaded by npm run load -- <agency> <dataset> <file> --published-at YYYY-MM-DD';
  return `it is no JSON${lineIn(text)}: a comma or a quotation mark is missing there, or too many`;
}

/** The line on which reading JSON fails, where the engine tells it. */
function lineIn(text: string): string {
  try {
    JSON.parse(text);
  } catch (error) {
    const line = /line (\d+)/.exec(describeError(error))?.[1];
    if (line !== undefined) return ` at line ${line}`;
    const position = /position (\d+)/.exec(describeError(error))?.[1];
    if (position !== undefined) return ` at line ${text.slice(0, Number(position)).split('\n').length}`;
  }
  return '';
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  array: 'a list in square brackets',
  object: 'an object in curly brackets',
  record: 'an object in curly brackets',
};

function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${kinds[issue.expected] ?? issue.expected}${issue.input === undefined ? ', and there is none' : ''}`;
    case 'unrecognized_keys':
      return `no entry has ${issue.keys.map((key) => `"${key}"`).join(', ')}: expected agency, dataset, file, publishedAt, and reference or embargoUntil where they are needed`;
    case 'too_small':
      return 'expected a text that is not empty';
    default:
      return issue.message;
  }
}

/** `["loads", 2, "publishedAt"]` as a person counts: "entry 3, publishedAt". */
function describePath([first, index, ...rest]: readonly PropertyKey[]): string {
  if (first === undefined) return 'the whole';
  if (typeof index !== 'number') return String(first);
  return [`entry ${index + 1}`, ...rest.map(String)].join(', ');
}
