import { expect, it } from 'vitest';
import { nameOfPart } from './parts.ts';

const node = ['/project/node_modules/node/bin/node', '--import', 'file:///project/system/src/exit-with-parent.ts'];

it.each([
  ['gateway', [...node, '--max-semi-space-size=8', '/project/gateway/src/main.ts']],
  ['local-authority', [...node, '/project/subgraphs/local-authority/src/main.ts']],
  ['supervisor', ['node', 'system/src/main.ts', 'start']],
  ['supervisor', ['node', 'system/launch.js', 'start']],
  ['postgresql', ['/project/native/bin/postgres', '-D', '/tmp/data/postgres', '-p', '40000']],
])('The %s is known by the program that it runs', (name, commandLine) => {
  expect(nameOfPart(commandLine)).toBe(name);
});

it.each([
  ['npm', ['npm start']],
  ['a process that prepares stores', [...node, '/project/system/src/prepare.ts']],
  ['a session of PostgreSQL', ['postgres: boroughgraph_health boroughgraph 127.0.0.1(5000) idle']],
  ['a process that has ended', ['']],
])('%s is no part', (_, commandLine) => {
  expect(nameOfPart(commandLine)).toBeNull();
});
