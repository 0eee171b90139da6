import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import { type SourceFile, sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { delimitedRecords } from '@boroughgraph/kit/inside/files/records.ts';
import { recogniseFormat, readRows } from '@boroughgraph/kit/inside/loading/read-release.ts';
import { agencies } from '../support/all-agencies.ts';
import { furtherManifestPath, manifestPath, type ManifestEntry } from '../support/published-manifest.ts';
import { cellsOf } from '../support/read-text.ts';
import { bends, type BentTable, textOf } from './bends.ts';

/*
 * Bends the largest published files, whole, in each of the ways of `bends.ts`, and compares what is read of each with what is read of the
 * file itself: `node test/files/largest-files.ts`, or `node test/files/largest-files.ts ward` for those of which the name has the word. It takes
 * some minutes, and is run by hand. Exit code 1 where one is read wrong.
 */

const filesTaken = 8;
/** Where a row is added that is like another: of events it is another event. */
const addRows = ['a row a second time', 'a row of England', 'a row of a total'];
const ofEvents = new Set(['police-uk-stop-and-search', 'police-uk-street-crime', 'ofsted-inspections']);
const wider = / (E92000001|K04000001) /;

if (manifestPath === null) throw new Error('the published files are not at hand: set BOROUGHGRAPH_FILES');
const folder = dirname(manifestPath);
const sizeOf = ({ file }: ManifestEntry) => statSync(join(folder, file)).size;
const entries = [manifestPath, furtherManifestPath].flatMap((path) =>
  // The manifests are checked by the command that loads them.
  path === null ? [] : (JSON.parse(readFileSync(path, 'utf8')) as { readonly loads: readonly ManifestEntry[] }).loads,
);
const tables = entries.filter(({ file }) => /\.(?:csv|tsv)$/.test(file)).toSorted((a, b) => sizeOf(b) - sizeOf(a));
const largest = [...new Map(tables.map((entry) => [`${entry.dataset} ${sizeOf(entry)}`, entry])).values()];

/** The cells of a source by series, as texts; null where the file, or a row of it, is refused. */
function read(entry: ManifestEntry, source: SourceFile): Readonly<Record<string, string>> | null {
  const dataset = agencies.find(({ name }) => name === entry.agency)?.datasets.find(({ id }) => id === entry.dataset);
  if (dataset === undefined) throw new Error(`no dataset ${entry.dataset}`);
  const references = Object.entries(entry.reference ?? {}).map(([key, path]) => [key, sourceOf(path)] as const);
  try {
    const of = { references: Object.fromEntries(references), publishedAt: entry.publishedAt };
    const found = readRows(recogniseFormat(dataset, source, of), source);
    return found.rejected.length > 0 ? null : inOrder(cellsOf(found.draft));
  } catch (problem) {
    if (problem instanceof FileProblem) return null;
    throw problem;
  }
}

/** The same cells in the order of their periods: columns may stand in any. */
const inOrder = (cells: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(cells).map(([name, text]) => [name, text.split(', ').toSorted().join(', ')]));

const sourceOf = (path: string) => sourceFile(basename(path), readFileSync(join(folder, path)));

function tableOf(entry: ManifestEntry): BentTable {
  const source = sourceOf(entry.file);
  const [first = ''] = source.text.split(/\r?\n/, 1);
  const separator = first.includes('\t') ? '\t' : ',';
  const records = [...delimitedRecords(source, { separator, isQuoted: separator !== '\t' })].map(({ cells }) => cells);
  return { head: records.slice(0, 1), rows: records.slice(1), separator };
}

let [right, refused, wrong] = [0, 0, 0];
const [, , text = ''] = process.argv;
for (const entry of largest.slice(0, filesTaken).filter(({ file }) => file.includes(text))) {
  const table = tableOf(entry);
  const own = read(entry, sourceOf(entry.file)) ?? {};
  console.log(
    `${entry.dataset}, ${basename(entry.file)}: ${table.rows.length} rows, ${Object.keys(own).length} series`,
  );
  for (const [name, bend] of Object.entries(bends)) {
    if (ofEvents.has(entry.dataset) && addRows.includes(name)) continue;
    const found = read(entry, sourceFile(basename(entry.file), textOf(bend(table, 0.4))));
    const series = found === null ? [] : [...new Set([...Object.keys(own), ...Object.keys(found)])];
    const other = series.filter(
      (each) => found?.[each] !== own[each] && !(own[each] === undefined && wider.test(`${each} `)),
    );
    const [example] = other;
    if (found === null || Object.keys(found).length === 0) refused += 1;
    else if (example === undefined) right += 1;
    else wrong += 1;
    if (example !== undefined && found !== null && Object.keys(found).length > 0)
      console.log(`  READ WRONG: ${name}: ${other.length} series, such as ${example}`);
  }
}
console.log(`${right} read right, ${refused} refused, ${wrong} read wrong`);
process.exitCode = wrong === 0 ? 0 : 1;
