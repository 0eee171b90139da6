import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DatasetDefinition } from '../../datasets/dataset.ts';

/** The folders of all that decides what is withheld. */
const decidingFolders = ['datasets', 'disclosure', 'geography', 'loading/protection', 'statistics'];

/**
 * A checksum of all by which a dataset is protected: the programme, and what is said of the dataset. Another programme or another policy is
 * another checksum, so that nothing is held for closed by rules that have changed since.
 */
export function checksumOfRules(dataset: DatasetDefinition): string {
  const text = JSON.stringify(dataset, (_, value: unknown) =>
    typeof value === 'function' || value instanceof RegExp ? String(value) : value,
  );
  return createHash('sha256')
    .update((programme ??= checksumOfProgramme()))
    .update(text)
    .digest('hex');
}

let programme: string | null = null;

function checksumOfProgramme(): string {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const files = decidingFolders.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }));
  const hash = createHash('sha256');
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).toSorted())
    hash.update(`${file}\n`).update(readFileSync(`${root}${file}`));
  return hash.digest('hex');
}
