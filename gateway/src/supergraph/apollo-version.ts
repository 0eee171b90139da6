import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** What changes with the version of a library of Apollo's, and with those that it needs of the others: what it says of itself. */
export function readVersion(library: string): string {
  return readFileSync(load.resolve(`${library}/package.json`), 'utf8');
}
