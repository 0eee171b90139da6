import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { type ReadRelease, readRelease } from '@boroughgraph/kit/inside/loading/read-release.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { periodAt } from '@boroughgraph/kit/statistics/periods.ts';
import { publishedFile } from './published-files.ts';

/** What to read a text as. */
export interface TextFile {
  readonly dataset: DatasetDefinition;
  /** @default 'file.csv' */
  readonly name?: string;
  readonly text: string | Uint8Array;
  /** The day of its publication. @default null */
  readonly publishedAt?: string | null;
  /** The texts of the files that the dataset's reader needs beside, by name. @default {} */
  readonly references?: Readonly<Record<string, string>>;
}

const bytesOf = (text: string | Uint8Array) => (typeof text === 'string' ? new TextEncoder().encode(text) : text);

/**
 * Reads a text as a file of a dataset, without a database.
 *
 * @throws {FileProblem} when the file as a whole cannot be one of the dataset.
 */
export function readText({
  dataset,
  name = 'file.csv',
  text,
  publishedAt = null,
  references = {},
}: TextFile): ReadRelease {
  const beside = Object.entries(references).map(([key, other]) => [key, sourceFile(key, bytesOf(other))] as const);
  return readRelease(dataset, sourceFile(name, bytesOf(text)), { references: Object.fromEntries(beside), publishedAt });
}

/** The sentence with which a text is refused as a whole; null where it is read. */
export function refusalOf(file: TextFile): string | null {
  try {
    readText(file);
    return null;
  } catch (problem) {
    if (problem instanceof FileProblem) return problem.message;
    throw problem;
  }
}

/**
 * Reads a published file of a dataset, with its references by their paths from the folder of published files, as of the day
 * of publication that their manifest gives.
 *
 * Tests of real files are skipped where the file is not at hand; that a reference is missing then is an error.
 */
export async function readPublished(
  dataset: DatasetDefinition,
  path: string,
  references: Readonly<Record<string, string>> = {},
): Promise<ReadRelease> {
  const read = async (file: string) => {
    const at = publishedFile(file);
    if (at === null) throw new Error(`${file} is not at hand`);
    return readFile(at);
  };
  const beside = Object.entries(references).map(
    async ([key, file]) => [key, sourceFile(basename(file), await read(file))] as const,
  );
  const source = sourceFile(basename(path), await read(path));
  const manifests = await Promise.all(manifestNames.map(read));
  const publishedAt = manifests.map((text) => publishedDay(path, text.toString('utf8'))).find((day) => day !== null);
  return readRelease(dataset, source, {
    references: Object.fromEntries(await Promise.all(beside)),
    publishedAt: publishedAt ?? null,
  });
}

/** The manifests that list the published files and when each was published. */
const manifestNames = ['manifest.json', 'manifest-more.json'];

function publishedDay(path: string, manifest: string): string | null {
  const { loads } = JSON.parse(manifest) as {
    readonly loads: readonly { readonly file: string; readonly publishedAt: string }[];
  };
  return loads.find(({ file }) => file === path)?.publishedAt ?? null;
}

/**
 * The cells of a draft as readable texts: `{ 'recorded-crime E09000012 offence-group=theft': '2024-01 12, 2024-02 NOT_AVAILABLE' }`.
 *
 * Each cell is its period and its value, or its status where there is none, then its flags; only of the wanted series.
 */
export function cellsOf(
  draft: ReleaseDraft,
  isWanted: (series: string) => boolean = () => true,
): Record<string, string> {
  const series = [...draft.series.values()].map(({ indicator, place, dimensionKey, readings }) => {
    const cells = [...readings].map(([ordinal, { value, status, flags = [] }]) =>
      [periodAt(indicator.grid, ordinal).id, value ?? status, ...flags].join(' '),
    );
    return [`${indicator.id} ${place} ${dimensionKey}`.trim(), cells.join(', ')] as const;
  });
  return Object.fromEntries(series.filter(([name]) => isWanted(name)));
}

/** What became of the rows of a file, as one object to compare with. */
export function outcomeOf({ rowsRead, rowsLoaded, leftOut, keptOutside, rejected }: ReadRelease): object {
  return {
    rowsRead,
    rowsLoaded,
    leftOut: Object.fromEntries(leftOut),
    keptOutside: Object.fromEntries(keptOutside),
    rejected: rejected.map(({ line, column, found }) => `line ${line}, ${column ?? 'whole row'}: ${found}`),
  };
}
