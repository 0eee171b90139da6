import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataset, readme, resolvers } from './written-files.ts';

/** The agency that is made; nothing in the project names it. */
export const fifth = {
  name: 'fire-and-rescue',
  title: 'Fire and rescue',
  port: 4005,
  dataset: 'fires-attended',
} as const;

/** Words of a file, and what stands in their place. */
type Replacement = readonly [from: string | RegExp, to: string];

/** Whatever of a schema stands from one line to before another. */
const part = (from: string, to: string) => new RegExp(`^${from}[^]*?(?=^${to})`, 'm');

/** The edits of a copy of health, by file: words to replace, or the whole text. */
const edits: Readonly<Record<string, readonly Replacement[] | string>> = {
  'agency.json': [
    ['"title": "Health"', `"title": "${fifth.title}"`],
    [/"description": ".*"/, '"description": "Fires that the brigade attends."'],
    ['"port": 4003', `"port": ${String(fifth.port)}`],
    [/"models": \{[^]*?\n {2}\}/, '"models": { "AreaFire": "{ readonly code: string }" }'],
  ],
  'package.json': [
    [/"description": ".*"/, '"description": "Fires that the brigade attends"'],
    [/(@boroughgraph\/|subgraphs\/|start |migrate |load )health/g, `$1${fifth.name}`],
    [',\n    "zod": "4.6.7"', ''],
  ],
  'schema.graphql': [
    ['What health adds', 'What fire and rescue adds'],
    ['What the health agency measures.', 'What the fire and rescue agency measures.'],
    ['A dataset of the health agency', 'A dataset of the fire and rescue agency'],
    ['What the health agency has in', 'What the fire and rescue agency has in'],
    [/Health(Indicator|Dataset|Catalogue)/g, 'Fire$1'],
    ['  "Health: what it measures', '  "Fire and rescue: what it measures'],
    ['  health: Agency ', '  fireAndRescue: Agency '],
    [part('  """\n  NHS providers that are measured', '}'), ''],
    [
      / {2}"Health of the people .*\n {2}health: AreaHealth[^]*?healthAbsences.*/,
      '  "Null where the agency is down."\n  fire: AreaFire',
    ],
    [
      /^"""\nHealth of the people who live in an area\.[^]*/m,
      '"Fires in an area."\ntype AreaFire {\n  "Fires attended, by year. Null where nothing is loaded."\n  firesAttended: Series @periods(most: 20, aYear: 1)\n}\n',
    ],
  ],
  'src/subgraph.ts': [
    [/import \{ healthProvider.*\n/, ''],
    [/import \{ findable \}.*\n/, ''],
    [/import \{ events \}.*\n/, ''],
    ['  events,\n', ''],
    ['AgencyModel(context, findable)', 'AgencyModel(context)'],
    ['{ area, areaHealth }', '{ area, areaFire }'],
    [/Health(Indicator|Dataset|Catalogue)/g, 'Fire$1'],
    ['  AreaHealth: areaHealth,\n  Provider: provider,\n', '  AreaFire: areaFire,\n'],
    ['    health: (_root', '    fireAndRescue: (_root'],
    ['    healthProviders,\n    healthProvider,\n', ''],
  ],
  'src/resolvers/area.ts': resolvers,
  [`src/datasets/${fifth.dataset}.ts`]: dataset,
  'README.md': readme,
};

/** What stays of `src` beside the edits: the rest only health's own datasets use. */
const kept = ['generated', 'resolvers', 'datasets', 'indicators.ts', 'main.ts', 'subgraph.ts'];

/** Edits a copy of health, in the folder, into the fifth agency, and returns the files that it edited. */
export async function editCopy(folder: string): Promise<readonly string[]> {
  await deleteAll(join(folder, 'src'), (name) => !kept.includes(name));
  for (const inside of ['datasets', 'resolvers']) await deleteAll(join(folder, 'src', inside), () => true);
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(folder, file);
    await writeFile(path, typeof edit === 'string' ? edit : replaceAll(file, await readFile(path, 'utf8'), edit));
  }
  return Object.keys(edits);
}

async function deleteAll(folder: string, isOut: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(folder)) if (isOut(name)) await rm(join(folder, name), { recursive: true });
}

function replaceAll(file: string, text: string, replacements: readonly Replacement[]): string {
  return replacements.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} of health has no ${String(from)} any more: edit test/fifth-agency`);
    return after;
  }, text);
}
