import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

const subgraphs = new URL('../../subgraphs/', import.meta.url);
const folders = readdirSync(subgraphs).filter((name) => name !== 'kit');

const entries = (folder: string) =>
  readdirSync(new URL(folder, subgraphs), { withFileTypes: true })
    .filter(({ name }) => !name.endsWith('.test.ts') && name !== 'node_modules')
    .map(({ name }) => name);

interface Manifest {
  readonly name: string;
  readonly exports: unknown;
  readonly scripts: Readonly<Record<string, string>>;
}

describe('the shape of a subgraph', () => {
  it('is found in every folder but the kit, which the system runs', () => {
    expect(folders.length).toBeGreaterThan(1);
    expect(folders.toSorted()).toEqual(agencies.map(({ name }) => name).toSorted());
  });

  it.each(folders)('%s has the files that every subgraph has', (folder) => {
    expect(entries(folder).toSorted()).toEqual(['README.md', 'agency.json', 'package.json', 'schema.graphql', 'src']);
    const inSource = entries(`${folder}/src`);
    expect(inSource).toEqual(
      expect.arrayContaining(['datasets', 'generated', 'indicators.ts', 'main.ts', 'resolvers', 'subgraph.ts']),
    );
    // Whoever points at the indicators of all agencies has lists of their types and of what each defines.
    const schema = readFileSync(new URL(`${folder}/schema.graphql`, subgraphs), 'utf8');
    const list = schema.includes('# begin: references to the indicators of all agencies')
      ? ['defined-ids.ts', 'indicator-types.ts']
      : [];
    expect(entries(`${folder}/src/generated`)).toEqual([...list, 'schema-types.ts', 'vocabulary.ts']);
  });

  it.each(folders)('%s has the scripts and exports that every subgraph has', (folder) => {
    const { name, exports, scripts } = JSON.parse(
      readFileSync(new URL(`${folder}/package.json`, subgraphs), 'utf8'),
    ) as Manifest;
    expect({ name, exports, scripts }).toEqual({
      name: `@boroughgraph/${folder}`,
      exports: { './subgraph.ts': './src/subgraph.ts' },
      scripts: {
        dev: 'node --watch src/main.ts',
        start: `node ../../system/launch.js start ${folder}`,
        test: `vitest run --root ../.. subgraphs/${folder}`,
        'db:migrate': `node ../../system/launch.js migrate ${folder}`,
        load: `node ../../system/launch.js load ${folder}`,
      },
    });
  });

  it.each(folders)(
    '%s has one file for each dataset, named by its id, and a test beside each that reads a format',
    (folder) => {
      const paths = readdirSync(new URL(`${folder}/src/datasets`, subgraphs), { recursive: true, encoding: 'utf8' });
      const files = paths.filter((path) => path.endsWith('.ts')).map((path) => posix.basename(path));
      const datasets = agencies.find(({ name }) => name === folder)?.datasets ?? [];
      const ids = datasets.map(({ id }) => id);
      expect(files.filter((file) => !file.endsWith('.test.ts')).toSorted()).toEqual(
        ids.map((id) => `${id}.ts`).toSorted(),
      );
      // Those that read the tidy format alone are tested together, in data-systems.db.test.ts.
      const reading = datasets.filter(({ formats }) => formats.length > 0);
      expect(files).toEqual(expect.arrayContaining(reading.map(({ id }) => `${id}.test.ts`)));
    },
  );
});

describe('the scripts of a workspace', () => {
  const names = ['dev', 'start', 'test', 'db:migrate', 'load'];
  const workspaces = [
    'gateway',
    'gateway/web',
    'schema',
    'system',
    'test',
    ...readdirSync(subgraphs).map((name) => `subgraphs/${name}`),
  ];

  it.each(workspaces)('of %s have the names that they have everywhere, and one runs its tests', (workspace) => {
    const file = new URL(`../${workspace}/package.json`, subgraphs);
    const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    expect(names.filter((name) => name in scripts)).toEqual(Object.keys(scripts));
    expect(scripts['test']).toMatch(new RegExp(`^vitest run --root \\S+ ${workspace}$`));
  });
});

describe('what agencies measure', () => {
  const indicators = agencies.flatMap(({ indicators }) => indicators);
  const datasets = agencies.flatMap(({ datasets }) => datasets);

  it('has ids that are kebab-case and belong to one agency', () => {
    const ids = [...indicators.map(({ id }) => id), ...datasets.map(({ id }) => id)];
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
    const known = datasets.flatMap(({ id, formerIds = [] }) => [id, ...formerIds]);
    expect(new Set(known).size).toBe(known.length);
  });

  it('belongs to a dataset of its agency', () => {
    const strays = datasets.flatMap((dataset) =>
      dataset.indicators.filter(({ datasetId }) => datasetId !== dataset.id),
    );
    expect(strays.map(({ id }) => id)).toEqual([]);
  });

  it('has dimension values that are unique within their dimension', () => {
    const repeated = indicators.flatMap(({ id, dimensions }) =>
      dimensions
        .filter(({ choices }) => new Set(choices.map(({ value }) => value)).size !== choices.length)
        .map((dimension) => `${id}: ${dimension.id}`),
    );
    expect(repeated).toEqual([]);
  });
});
