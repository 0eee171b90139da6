import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { instantOf } from '@boroughgraph/kit/import/embargo.ts';
import { z } from 'zod';
import type { FileToLoad } from './command-line.ts';
import { Problem, describeError } from './problem.ts';

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
    }),
  ),
});

/**
 * The files that a manifest lists, in its order, their paths made absolute: in a manifest they start from its own folder.
 *
 * @throws {Problem} when it cannot be read, is no JSON, or has another form; one line for each thing that is wrong, with the entry.
 */
export function readManifest(path: string): FileToLoad[] {
  const parsed = manifestSchema.safeParse(readJson(path));
  if (!parsed.success) {
    throw new Problem(
      parsed.error.issues.map((issue) => `${path}: ${describePath(issue.path)}: ${issue.message}`).join('\n'),
    );
  }
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
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Problem(`The manifest ${path} cannot be read: ${describeError(error)}`, { cause: error });
  }
}

/** `["loads", 2, "publishedAt"]` as a person counts: "entry 3, publishedAt". */
function describePath([first, index, ...rest]: readonly PropertyKey[]): string {
  if (first === undefined) return 'the whole';
  if (typeof index !== 'number') return String(first);
  return [`entry ${index + 1}`, ...rest.map(String)].join(', ');
}
