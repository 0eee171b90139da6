import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync('{*,{gateway,schema,system,subgraphs,test}/**/*}.{ts,js,mjs}', {
  cwd: root,
  exclude: (name) => ['node_modules', 'peers', 'duckdb', 'generated', 'dist'].includes(name),
});

/**
 * How a URL is made a file name, or a file name a URL, wrongly: the path of a URL is written in another way, with `%20` for
 * a space. `fileURLToPath` and `pathToFileURL` go from one to the other.
 */
const mistakes = [
  {
    name: 'the path of the URL of a file',
    pattern: /\bimport\.meta\.(?:url|resolve\([^)]*\))\)\s*\.(?:pathname|href\.)/,
  },
  // The address of a server is called one; a folder or a file is not.
  { name: 'the path of something that is no address', pattern: /(?<!url\b|[uU]rl\)|\.url\))\??\.pathname\b/i },
  { name: 'parts of the URL of a file', pattern: /\{[^}]*\bpathname\b[^}]*\} = new URL\([^;]*import\.meta/ },
  { name: 'the URL of a file, put together from text', pattern: /['"`]file:\/*['"`] *\+|['"`]file:\/*\$\{/ },
  { name: 'what a shell would take apart', pattern: /\bshell: true\b|(?<![.\w])(?:exec|execSync)\(|\bNODE_OPTIONS:/ },
  { name: 'the text of the URL of a file, cut', pattern: /import\.meta\.url\s*\.(?:replace|slice|substring|split)\b/ },
];

const texts = files
  .filter((file) => file !== 'test/conventions/file-names.test.ts')
  .map((file) => ({ file, text: readFileSync(`${root}${file}`, 'utf8') }));

it.each(mistakes)('Nothing takes $name for the name of a file', ({ pattern }) => {
  const strays = texts.flatMap(({ file, text }) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${file}: ${found[0]}`];
  });
  expect(strays).toEqual([]);
});

it.each([
  "const folder = new URL('./migrations', import.meta.url).pathname;",
  "const { pathname } = new URL('./migrations', import.meta.url);",
  "const root = new URL('../../', import.meta.url);\nread(root.pathname);",
  'const found = pathToFileURL(folder).pathname.slice(1);',
  'const address = `file://${root}${file}`;',
  "const address = 'file://' + file;",
  "const file = import.meta.url.replace('file://', '');",
  "const file = new URL(import.meta.resolve('./a.ts')).pathname;",
  'exec(`node ${script}`);',
  'spawn(script, { shell: true });',
  'const env = { NODE_OPTIONS: `--import ${hook}` };',
])('is found in %s', (text) => {
  expect(mistakes.some(({ pattern }) => pattern.test(text))).toBe(true);
});

it.each([
  "const folder = fileURLToPath(new URL('./migrations', import.meta.url));",
  'const name = new URL(databaseUrl).pathname.slice(1);',
  'const isPostgres = url.pathname.length > 1;',
  'const name = new URL(fresh.url).pathname.slice(1);',
  'serverUrl.pathname = name;',
  'const { origin, pathname } = new URL(url);',
  'const [year] = pattern.exec(text) ?? [];',
])('is not found in %s', (text) => {
  expect(mistakes.some(({ pattern }) => pattern.test(text))).toBe(false);
});
