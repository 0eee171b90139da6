import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { projectRoot } from './project-root.ts';

/** A committed file that is made from the schemas: its path from the project's folder, and what must stand in it. */
export interface MadeFile {
  readonly path: string;
  readonly content: string;
}

/** Writes the files, and the folders of a new agency; their paths, in the order given. */
export async function writeMadeFiles(files: readonly MadeFile[]): Promise<readonly string[]> {
  await Promise.all(
    files.map(async ({ path, content }) => {
      const url = new URL(path, projectRoot);
      await mkdir(new URL('./', url), { recursive: true });
      await writeFile(url, content);
    }),
  );
  return files.map(({ path }) => path);
}

/** The paths of the files that are missing or hold something else, in the order given. */
export async function listStaleFiles(files: readonly MadeFile[]): Promise<readonly string[]> {
  const stale = await Promise.all(
    files.map(async ({ path, content }) => ((await readText(path)) === content ? [] : [path])),
  );
  return stale.flat();
}

/** The text of a file of the project; undefined where there is no such file. */
async function readText(path: string): Promise<string | undefined> {
  return readFile(new URL(path, projectRoot), 'utf8').catch(() => undefined);
}
