import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const files = globSync('{gateway,schema,system,subgraphs,test}/**/*.ts', {
  cwd: root,
  exclude: (name) => name === 'node_modules' || name === 'generated',
});

/** What is called by its name and not imported by it: datasets are found by their folder, and vitest calls `setup`. */
const foundByName = new Set(['dataset', 'setup']);
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
      new URL(specifier, `file:///${file}`).pathname.slice(1),
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
