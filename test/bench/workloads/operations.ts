import { readFileSync } from 'node:fs';

/** The text of a named operation of the schema folder: what dashboards are written against. */
export function readOperation(name: string): string {
  return readFileSync(new URL(`../../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
}

/**
 * The text of an operation, on one line and without comments, with one passage in another form.
 *
 * @throws when the passage does not stand in it exactly once: the operation has changed.
 */
export function withPassage(text: string, passage: string, replacement: string): string {
  const flat = text.replaceAll(/#.*/g, '').replaceAll(/\s+/g, ' ');
  if (flat.split(passage).length !== 2) throw new Error(`"${passage}" does not stand once in: ${flat}`);
  return flat.replace(passage, replacement);
}
