import { FileProblem } from '@boroughgraph/kit/files/row-problem.ts';
import type { ReadRelease } from '@boroughgraph/kit/inside/loading/read-release.ts';
import { libraryVisits, libraryVisitsDataset } from '@boroughgraph/test/support/example-dataset.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf } from '@boroughgraph/test/support/read-text.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bendings, bends, bent, type BentTable, textOf } from './bends.ts';
import { type FormFile, readForm, readFormFiles } from './form-files.ts';

/** The same files are bent in each run, and more of them in `npm run test:files`. */
fc.configureGlobal({ seed: 20_240_331 });
const runs = Number(process.env['FILES_RUNS'] ?? '4');
const isLong = process.env['FILES_RUNS'] !== undefined;

const byHand = (form: string, dataset: FormFile['dataset'], lines: readonly string[]): FormFile => {
  const [head = [], ...rows] = lines.map((line) => line.split(','));
  const table = { head: [head], rows, separator: ',' };
  return { dataset, form, name: 'visits.csv', publishedAt: '2025-01-31', references: {}, table };
};

const forms: readonly FormFile[] = [
  byHand('a wide table', libraryVisitsDataset, [
    'Borough,Purpose,202401,202402',
    'Hackney,Reading,10,2000',
    'Barking and Dagenham,Reading,1200,7',
    'Richmond upon Thames,Reading,3,0',
  ]),
  byHand('the tidy format', { ...libraryVisitsDataset, formats: [], indicators: [libraryVisits] }, [
    'indicator,area,period,value,denominator,status,flags',
    'library-visits,Hackney,2024-01,10,,,',
    'library-visits,E09000002,2024-01,1200,,,PROVISIONAL',
    'library-visits,Richmond upon Thames,2024-01,,,NOT_AVAILABLE,',
  ]),
  ...readFormFiles(),
];

/** What is loaded of a text, each cell by its series and period; null where nothing is, because it is refused, or a row of it. */
function loadedOf(form: FormFile, table: BentTable): Readonly<Record<string, string>> | null {
  const read = readOrRefuse(form, table);
  if (read === null || read.rejected.length > 0) return null;
  // Names are what such a file says: they are the same in other letters and with other signs between their words.
  const facts = [...read.draft.facts.values()].map(({ kind, key, body }) => [
    slug(`${kind} ${key}`),
    slug(JSON.stringify(body)),
  ]);
  const cells = Object.entries(cellsOf(read.draft)).flatMap(([series, readings]) =>
    readings.split(', ').map((reading) => {
      const [period = '', ...said] = reading.split(' ');
      return [`${series} in ${period}`, said.join(' ')];
    }),
  );
  return Object.fromEntries([...facts, ...cells]) as Record<string, string>;
}

function readOrRefuse(form: FormFile, table: BentTable): ReadRelease | null {
  try {
    return readForm(form, textOf(table));
  } catch (problem) {
    if (problem instanceof FileProblem) return null;
    throw problem;
  }
}

/** Forms with a row for each event or home, in which one that is like another is another. */
const counted = new Set(['police-uk-stop-and-search', 'police-uk-street-crime', 'ofsted-inspections']);
const addRows = ['a row a second time', 'a row of England', 'a row of a total'];

/** Places that a row of a wider area may add to. */
const wider = / (E92000001|K04000001) /;

/** What a bent file says otherwise than the file itself; empty where it is refused. */
function loadedWrong(form: FormFile, right: Readonly<Record<string, string>>, table: BentTable): readonly string[] {
  const found = loadedOf(form, table);
  if (found === null || Object.keys(found).length === 0) return [];
  const names = new Set([...Object.keys(right), ...Object.keys(found)]);
  return [...names]
    .filter((name) => found[name] !== right[name] && !(right[name] === undefined && wider.test(`${name} `)))
    .map((name) => `${name}: ${found[name] ?? 'nothing'} for ${right[name] ?? 'nothing'}`);
}

describe.each(forms)('$dataset.id: $form', (form) => {
  const right = loadedOf(form, form.table) ?? {};

  it('is loaded as it is', () => {
    expect(Object.keys(right).length).toBeGreaterThan(0);
  });

  it('bent in several ways at once is loaded right or not at all', () => {
    fc.assert(
      fc.property(bendings, (ways) => {
        fc.pre(!counted.has(form.dataset.id) || !ways.some(({ name }) => addRows.includes(name)));
        expect(loadedWrong(form, right, bent(form.table, ways))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  // A case of the long form alone is none that the short one skips.
  if (!isLong) return;
  it('bent in one way is loaded right or not at all', () => {
    const names = Object.keys(bends).filter((name) => !counted.has(form.dataset.id) || !addRows.includes(name));
    const wrong = names.flatMap((name) =>
      [0, 0.4, 0.9].flatMap((pick) => {
        const differences = loadedWrong(form, right, bent(form.table, [{ name, pick }]));
        return differences.length === 0 ? [] : [`${name} at ${pick}: ${differences[0] ?? ''}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});

it.skipIf(publishedFile('manifest.json') === null)('Every published form is among them', () => {
  expect(forms.length).toBeGreaterThan(40);
});
