import { releaseFilesPath } from '@boroughgraph/schema/wire/paths.ts';

/** In which form a release is a file. */
export type ReleaseForm = 'parquet' | 'csv.gz';

/** What the address of a release's file says. */
export interface ReleaseAddress {
  readonly release: string;
  /** Null for the file of today, whichever it is. */
  readonly version: string | null;
  readonly form: ReleaseForm;
}

/** Characters of a version: of those that one release may ever have, no two are the same but by a chance of one in billions. */
export const versionLength = 12;

/** What an address below {@link releaseFilesPath} says, escapes undone; null where it is none of a release's file. */
export function readReleaseAddress(name: string): ReleaseAddress | null {
  const [, release = '', version = null, form = ''] =
    /^([^/~\s]{1,200}?)(?:~([0-9a-f]{12}))?\.(parquet|csv\.gz)$/.exec(name) ?? [];
  if (form !== 'parquet' && form !== 'csv.gz') return null;
  return { release, version, form };
}

/** The path of a release's file. */
export function writeReleaseAddress({ release, version, form }: ReleaseAddress): string {
  return `${releaseFilesPath}${encodeURIComponent(release).replaceAll('%40', '@')}${version === null ? '' : `~${version}`}.${form}`;
}
