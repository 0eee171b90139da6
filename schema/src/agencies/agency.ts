import { readFileSync } from 'node:fs';
import { basename, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { projectRoot } from '../project-root.ts';
import { agencyNames, isAgencyName, type AgencyNames } from '../wire/agency-names.ts';

/** What can be known of an agency without its code: the names that follow from its folder, and what its `agency.json` says. */
export interface Agency extends AgencyNames {
  /** Its name for people. */
  readonly title: string;
  readonly description: string;
  /** Where to ask about its numbers; null where nobody has said. */
  readonly contact: string | null;
  /** The port on which its subgraph listens unless a variable says otherwise. */
  readonly port: number;
  /**
   * The TypeScript type that resolvers give and get for a type of its schema, by the type's name: as in the `mappers` of
   * graphql-codegen. A type that is not named is its own fields; an area is its code, and an indicator its definition.
   */
  readonly models: Readonly<Record<string, string>>;
}

/** An `agency.json` cannot be used. The message has a line for each problem: file, field, what was expected. */
export class AgencyDescriptionError extends Error {
  override readonly name = 'AgencyDescriptionError';
}

const aTitle = 'a name for people, such as "Criminal justice"';
const aSentence = 'a sentence on what it publishes';
const aContact = 'where to ask about its numbers, or null';
// Below 1024 only an administrator may listen.
const aPort = 'a whole number from 1024 to 65535';

const fields = {
  title: z.string(aTitle).regex(/\S/, aTitle),
  description: z.string(aSentence).regex(/\S/, aSentence),
  contact: z.string(aContact).regex(/\S/, aContact).nullable(),
  port: z.int(aPort).min(1024, aPort).max(65_535, aPort),
  models: z.record(z.string(), z.string('a TypeScript type'), 'TypeScript types by types of the schema').default({}),
};
const fieldNames = Object.keys(fields).join(', ');
const description = z.strictObject(fields, {
  error: ({ code }) => (code === 'invalid_type' ? `an object with ${fieldNames}` : undefined),
});

/** The file of an agency's folder that describes it. */
export const descriptionFile = 'agency.json';

/**
 * The agency whose folder this is, without running any of its code.
 *
 * @param folder - A URL that ends with a slash: `new URL('../', import.meta.url)` in its `src`.
 * @throws {AgencyDescriptionError} when the folder's name cannot be an agency's, or its `agency.json` is missing or wrong.
 */
export function readAgency(folder: URL): Agency {
  const path = fileURLToPath(new URL(descriptionFile, folder));
  const name = basename(fileURLToPath(folder));
  const file = relative(fileURLToPath(projectRoot), path);
  if (!isAgencyName(name))
    throw new AgencyDescriptionError(
      `${file}: an agency cannot be called "${name}"; expected kebab-case, such as criminal-justice`,
    );
  const parsed = description.safeParse(readJson(path, file));
  if (!parsed.success)
    throw new AgencyDescriptionError(parsed.error.issues.map((issue) => describeIssue(file, issue)).join('\n'));
  return { ...agencyNames(name), ...parsed.data };
}

function readJson(path: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AgencyDescriptionError(`${file} cannot be read as JSON: ${reason}`, { cause });
  }
}

function describeIssue(file: string, issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys')
    return `${file}: ${issue.keys.join(', ')} is no field of it; expected ${fieldNames}`;
  return `${file}: ${issue.path.join('.') || 'the whole'}: expected ${issue.message}`;
}
