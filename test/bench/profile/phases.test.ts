import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { projectFile } from '../processes.ts';
import { phaseRules } from './phases.ts';

const root = projectFile('');
const packages = '{@apollo,@as-integrations,@fastify,fastify,find-my-way,graphql,undici}';
const files = globSync(['{gateway,schema}/src/**/*.ts', `node_modules/${packages}/**/*.{js,mjs}`], { cwd: root });
/** Calls of Node's own code have no file. */
const urls = [...files.map((file) => pathToFileURL(`${root}${file}`).href), 'node:_http_server', 'node:zlib'];

it.each(phaseRules)('The rule of $phase for $file claims code that there is', ({ file }) => {
  expect(urls.some((url) => file.test(url))).toBe(true);
});
