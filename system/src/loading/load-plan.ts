import { statSync } from 'node:fs';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { findDataset } from '@boroughgraph/kit/datasets/find-dataset.ts';
import { agencyNames, findAgencyName, type AgencyName } from '../agency-names.ts';
import type { FileToLoad } from '../load-commands.ts';
import { Problem } from '../problem.ts';

/** A file that will be loaded: its agency and dataset are known, and all its files exist. */
export interface PlannedLoad extends Omit<FileToLoad, 'agency'> {
  readonly agency: AgencyName;
}

/** What of a list of files will be loaded. */
export interface LoadPlan {
  readonly loads: readonly PlannedLoad[];
  /** Datasets that their agency does not know, such as `policing/mps-recorded-crime-ward`, with how many files each. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** What is known of the agencies' datasets, by the agency's slug. */
export type KnownAgencies = ReadonlyMap<
  string,
  { readonly datasets: readonly Pick<DatasetDefinition, 'id' | 'references'>[] }
>;

/**
 * Looks everything up before the first file is loaded, so that a mistake in the last entry costs no half load.
 *
 * @param isManifest true where an unknown dataset may be one of a later version, to be left out; false where it is a mistake.
 * @throws {Problem} with a line for each entry that names no agency, a file that is not there, or the wrong references, and
 *   outside a manifest for an unknown dataset.
 */
export function planLoads(files: readonly FileToLoad[], known: KnownAgencies, isManifest: boolean): LoadPlan {
  const loads: PlannedLoad[] = [];
  const unknown = new Map<string, number>();
  const problems: string[] = [];
  for (const [index, file] of files.entries()) {
    const agency = findAgencyName(file.agency);
    const datasets = known.get(file.agency)?.datasets ?? [];
    const dataset = findDataset(datasets, file.dataset);
    const name = `${file.agency}/${file.dataset}`;
    if (agency !== null && dataset !== undefined) loads.push({ ...file, dataset: dataset.id, agency });
    else if (agency !== null && isManifest) unknown.set(name, (unknown.get(name) ?? 0) + 1);
    else if (agency !== null) problems.push(`${agency.slug} has no dataset "${file.dataset}": ${listIds(datasets)}`);
    problems.push(...findProblems(file, agency, dataset).map((problem) => `Entry ${index + 1} (${name}): ${problem}`));
  }
  if (problems.length > 0) throw new Problem(problems.join('\n'));
  return { loads, unknown };
}

function findProblems(
  file: FileToLoad,
  agency: AgencyName | null,
  dataset: Pick<DatasetDefinition, 'references'> | undefined,
): string[] {
  if (agency === null)
    return [`"${file.agency}" is no agency: expected ${agencyNames.map((each) => each.slug).join(', ')}`];
  // Files of a dataset that is not known yet are not opened; they need not be there.
  if (dataset === undefined) return [];
  const needed = Object.entries(dataset.references ?? {});
  return [
    ...[file.file, ...Object.values(file.references)].flatMap(problemOfPath),
    ...needed
      .filter(([name]) => !Object.hasOwn(file.references, name))
      .map(
        ([name, what]) =>
          `needs the file "${name}" (${what}): name it by --reference ${name}=FILE, in a manifest by "reference"`,
      ),
    ...Object.keys(file.references)
      .filter((name) => !needed.some(([known]) => known === name))
      .map(
        (name) =>
          `takes no reference "${name}"${needed.length === 0 ? '' : `: expected ${needed.map(([known]) => known).join(', ')}`}`,
      ),
  ];
}

function listIds(datasets: readonly Pick<DatasetDefinition, 'id'>[]): string {
  return `expected ${datasets.map(({ id }) => id).join(', ')}`;
}

/** Pipes are read as files are: `<(…)` in a shell gives one. */
function problemOfPath(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [`there is no file ${path}`];
  if (found.isDirectory()) return [`${path} is a folder: name the file in it`];
  return found.isFile() || found.isFIFO() ? [] : [`${path} is no file, but a device or a socket`];
}
