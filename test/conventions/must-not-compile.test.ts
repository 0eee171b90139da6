import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Where none is: the compiler is given its text.
const path = resolve(root, 'subgraphs/policing/src/example.ts');

const text = `
  import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
  import type { Observation } from '@boroughgraph/kit/statistics/observation.ts';
  import type { Resolvers } from './generated/schema-types.ts';

  export const known: Pick<IndicatorDefinition, 'unit' | 'areaTypes'> = { unit: 'OFFENCES', areaTypes: ['BOROUGH'] };
  export const unknownUnit: Pick<IndicatorDefinition, 'unit'> = { unit: 'KITTENS' };
  export const unknownAreaType: Pick<IndicatorDefinition, 'areaTypes'> = { areaTypes: ['BOROUGH', 'KITTENS'] };
  export const unknownStatus: Pick<Observation, 'status'> = { status: 'KITTENS' };
  export const resolvers: Resolvers = { Crime: { recorded: () => null }, Series: { statement: () => '' } };
  export const misspeltType: Resolvers = { Crimee: {} };
  export const misspeltField: Resolvers = { Crime: { recordde: () => null } };
  export const misspeltCoreField: Resolvers = { Series: { statment: () => '' } };
  export const wrongWord: Resolvers = { Trend: { direction: () => 'KITTENS' } };
`;

/** The lines of the text that do not compile, each by the name that it declares. */
function refused(): readonly string[] {
  const { options } = ts.parseJsonConfigFileContent({ extends: './tsconfig.json', files: [path] }, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const onDisk = { ...host };
  host.fileExists = (file) => file === path || onDisk.fileExists(file);
  host.getSourceFile = (file, language) =>
    file === path ? ts.createSourceFile(file, text, language) : onDisk.getSourceFile(file, language);
  const program = ts.createProgram([path], options, host);
  const source = program.getSourceFile(path);
  const starts = program.getSemanticDiagnostics(source).map(({ start = 0 }) => text.slice(0, start).lastIndexOf('\n'));
  return starts.map((start) => /export const (\w+)/.exec(text.slice(start))?.[1] ?? text.slice(start, start + 80));
}

it('a word that the schema lacks, or a resolver of a field that it lacks, does not compile', () => {
  expect(refused()).toEqual([
    'unknownUnit',
    'unknownAreaType',
    'unknownStatus',
    'misspeltType',
    'misspeltField',
    'misspeltCoreField',
    'wrongWord',
  ]);
});
