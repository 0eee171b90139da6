import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { SafelistError } from './safelist.ts';
import { sha256Of } from './sha256.ts';

const manifest = z.record(z.string().regex(/^[0-9a-f]{64}$/), z.string());

/**
 * The documents that were published at a path: every `.graphql` file of a folder, or those of a manifest, a JSON object of
 * SHA-256 and document.
 *
 * @throws {SafelistError} when there is no such path, it is no manifest, or a document does not have its hash.
 */
export async function readPublished(path: string): Promise<readonly string[]> {
  try {
    const isFolder = (await stat(path)).isDirectory();
    return isFolder ? await readFolder(path) : readManifest(await readFile(path, 'utf8'), path);
  } catch (error) {
    if (error instanceof SafelistError) throw error;
    throw new SafelistError(
      `SAFELIST is "${path}", which cannot be read: expected a folder of .graphql files, or a JSON file of SHA-256 and document`,
      { cause: error },
    );
  }
}

async function readFolder(path: string): Promise<readonly string[]> {
  const names = (await readdir(path)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(names.map((name) => readFile(join(path, name), 'utf8')));
}

function readManifest(text: string, path: string): readonly string[] {
  const documents = Object.entries(manifest.parse(JSON.parse(text)));
  for (const [hash, document] of documents)
    if (sha256Of(document) !== hash)
      throw new SafelistError(`${path} says "${hash}" of a document whose SHA-256 is ${sha256Of(document)}`);
  return documents.map(([, document]) => document);
}
