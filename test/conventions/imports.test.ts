import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agencyNames } from '@boroughgraph/system/agency-names.ts';
import { describe, expect, it } from 'vitest';
import { circlesIn } from './import-circles.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync('{gateway,schema,system,subgraphs,test}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (name) => ['node_modules', 'peers', 'duckdb'].includes(name),
});

/** The workspaces that each may import from, but for tests, which may import test support. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  web: ['schema'],
  gateway: ['schema', 'web'],
  kit: ['schema', 'web'],
  ...Object.fromEntries(agencyNames.map(({ name }) => [name, ['kit', 'schema']])),
  // It finds the agencies by their folders, and imports none by its name.
  system: ['gateway', 'kit', 'schema'],
  test: [...agencyNames.map(({ name }) => name), 'gateway', 'kit', 'schema', 'system'],
};

/** The folders of the kit that each may import from. */
const allowedInKit: Readonly<Record<string, readonly string[]>> = {
  statistics: [],
  geography: ['statistics'],
  disclosure: ['geography', 'statistics'],
  store: ['geography', 'statistics', 'disclosure'],
  files: ['geography', 'statistics'],
  datasets: ['geography', 'statistics', 'disclosure', 'store', 'files'],
  loading: ['geography', 'statistics', 'disclosure', 'store', 'files', 'datasets'],
  series: ['generated', 'geography', 'statistics', 'disclosure', 'store', 'datasets'],
  execution: [],
  server: ['execution', 'store', 'series'],
  generated: ['geography', 'statistics', 'store', 'series'],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(`${root}${file}`, 'utf8');
  return [...text.matchAll(/^(?:(?:import|export|}) [^'\n]*\bfrom |}? ?from |import )'([^']+)'/gm)].map(
    ([, specifier = '']) => ({ file, specifier }),
  );
});

const workspaceOf = (file: string) => /^(?:subgraphs\/|gateway\/(?=web\/))?([^/]+)\//.exec(file)?.[1] ?? '';

/** The file that an import is of; the specifier itself for one of a package. */
function fileOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier);
  const [, name = '', path = ''] = /^@boroughgraph\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  const folder = [name, `subgraphs/${name}`, `gateway/${name}`].find((each) =>
    existsSync(`${root}${each}/package.json`),
  );
  return folder === undefined ? specifier : `${folder}/src/${path.replace(/^inside\//, '')}`;
}
const isTest = (file: string) => file.endsWith('.test.ts');

describe('imports', () => {
  it('are found', () => {
    expect(imports.length).toBeGreaterThan(300);
  });

  it('cross workspaces only where the layout allows it', () => {
    const strays = imports.filter(({ file, specifier }) => {
      const target = /^@boroughgraph\/([^/]+)/.exec(specifier)?.[1];
      const own = workspaceOf(file);
      if (target === undefined || target === own) return false;
      return allowed[own]?.includes(target) !== true && !(isTest(file) && target === 'test');
    });
    expect(strays).toEqual([]);
  });

  it('go through the doors that the kit names; tests alone may look inside', () => {
    const strays = imports.filter(
      ({ file, specifier }) =>
        specifier.startsWith('@boroughgraph/kit/inside/') && !isTest(file) && workspaceOf(file) !== 'test',
    );
    expect(strays).toEqual([]);
  });

  it('never reach into another workspace by a path', () => {
    const strays = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      return workspaceOf(posix.join(posix.dirname(file), specifier)) !== workspaceOf(file);
    });
    expect(strays).toEqual([]);
  });

  it('keep the order of the rooms of the kit', () => {
    const strays = imports.filter(({ file, specifier }) => {
      const from = /^subgraphs\/kit\/src\/([^/]+)\//.exec(file)?.[1];
      const to = /^subgraphs\/kit\/src\/([^/]+)\//.exec(posix.join(posix.dirname(file), specifier))?.[1];
      if (from === undefined || to === undefined || from === to || isTest(file)) return false;
      return allowedInKit[from]?.includes(to) !== true;
    });
    expect(strays).toEqual([]);
  });

  it('reach what the store holds through a reading, which knows the viewer, but to load it or to take it back', () => {
    const readers = imports.filter(({ specifier }) =>
      /(?:^|\/)(?:read-(?:series|facts|catalogue)|tables)\.ts$/.test(specifier),
    );
    const mayRead = /^subgraphs\/kit\/src\/(?:store|loading)\//;
    expect(readers.length).toBeGreaterThan(5);
    expect(readers.filter(({ file }) => !mayRead.test(file) && !isTest(file))).toEqual([]);
  });

  it('bring nothing into statistics but itself and the vocabulary of the schema', () => {
    const strays = imports.filter(
      ({ file, specifier }) =>
        file.startsWith('subgraphs/kit/src/statistics/') &&
        !isTest(file) &&
        !specifier.startsWith('.') &&
        !specifier.startsWith('@boroughgraph/schema/vocabulary/'),
    );
    expect(strays).toEqual([]);
  });

  it('name the extension of a file, and node: for what Node brings', () => {
    const strays = imports.filter(
      ({ specifier }) =>
        (specifier.startsWith('.') && !/\.(tsx?|js|json)$/.test(specifier)) ||
        /^(fs|path|url|crypto|stream|child_process|os|net|http)(\/|$)/.test(specifier),
    );
    expect(strays).toEqual([]);
  });

  it('make no protected figure of a number but at the door of disclosure control', () => {
    const makers = files.filter((file) =>
      / as [^;\n]*\bProtected(Figure|Reading)\b/.test(readFileSync(`${root}${file}`, 'utf8')),
    );
    expect(makers).toEqual(['subgraphs/kit/src/disclosure/protect.ts']);
  });

  it('never lead a file back to itself, not even for a type', () => {
    const known = new Set(files);
    const graph = files.map((file) => {
      const text = readFileSync(`${root}${file}`, 'utf8');
      const atRunTime = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, specifier = '']) => specifier);
      const atStart = imports.filter((each) => each.file === file).map(({ specifier }) => specifier);
      return [file, [...atStart, ...atRunTime].map((specifier) => fileOf(file, specifier))] as const;
    });
    expect(graph.flatMap(([, imported]) => imported).filter((file) => known.has(file)).length).toBeGreaterThan(300);
    expect(circlesIn(new Map(graph))).toEqual([]);
  });
});

describe('a circle of files', () => {
  it.each([
    [{ a: ['b'], b: ['c'], c: ['node:fs'] }, []],
    [{ a: ['a'] }, ['a → a']],
    [{ a: ['b'], b: ['c', 'a'], c: ['b'] }, ['a → b → a', 'b → c → b']],
    [{ start: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a → b → c → a']],
  ])('of %j is found once, by its shortest way', (graph, circles) => {
    expect(circlesIn(new Map(Object.entries(graph)))).toEqual(circles);
  });
});
