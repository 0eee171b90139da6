import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync(['*.ts', '{gateway,schema,system,subgraphs,test}/**/*.{ts,tsx}'], {
  cwd: root,
  exclude: (name) => ['node_modules', 'generated', 'vocabulary'].includes(name),
});

/** What is called by its name and not imported by it: datasets and agencies are found by their folders, and vitest calls `setup`. */
const foundByName = new Set(['dataset', 'setup', 'subgraph']);
const manifestSchema = z.object({ name: z.string(), exports: z.record(z.string(), z.string()) });

const texts = files.map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }));
const imported = new Set(
  texts.flatMap(({ text }) =>
    [...text.matchAll(/^(?:import|export) (?:type )?\{([^}]*)\} from/gm)].flatMap(([, names = '']) =>
      names.split(',').map((name) =>
        name
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*$/, ''),
      ),
    ),
  ),
);

/** Files of which all is taken at once: `import * as tables`, or an import while it runs. */
const takenWhole = new Set(
  texts.flatMap(({ file, text }) =>
    [...text.matchAll(/(?:^import \* as \w+ from |\bimport\()'(\.[^']+)'/gm)].map(([, specifier = '']) =>
      posix.join(posix.dirname(file), specifier),
    ),
  ),
);

it('Every exported value is imported somewhere', () => {
  const unused = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !imported.has(name) && !foundByName.has(name) && !takenWhole.has(file))
      .map((name) => `${file}: ${name}`),
  );
  expect(unused).toEqual([]);
});

const doors = globSync(['{gateway,gateway/web,schema,system,test}/package.json', 'subgraphs/*/package.json'], {
  cwd: root,
})
  .map((path) => manifestSchema.parse(JSON.parse(readFileSync(`${root}${path}`, 'utf8'))))
  .flatMap(({ name, exports }) => Object.keys(exports).map((door) => name + door.slice(1).replace(/\*$/, '')))
  // The door of an agency, which the system enters by the path of its folder.
  .filter((door) => !door.endsWith('/subgraph.ts'));

it.each(doors)('Another workspace goes through the door %s', (door) => {
  const own = `/${door.split('/')[1] ?? ''}/`;
  const visitors = texts.filter(({ file, text }) => !`/${file}`.includes(own) && text.includes(`'${door}`));
  expect(visitors).not.toEqual([]);
});
