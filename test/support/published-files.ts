import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where published files lie: the folder of `BOROUGHGRAPH_FILES`, by default beside the project. */
const folder = resolve(process.env['BOROUGHGRAPH_FILES'] ?? resolve(import.meta.dirname, '../../../shared/data'));

/** The path of a published file, named from their folder; null where it is not at hand, so that its tests are skipped. */
export function publishedFile(name: string): string | null {
  const path = resolve(folder, name);
  return existsSync(path) ? path : null;
}
