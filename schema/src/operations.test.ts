import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

const folder = new URL('../operations/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
const api = buildSchema(readFileSync(new URL('../api.graphql', import.meta.url), 'utf8'));

const read = (file: string) => parse(readFileSync(new URL(file, folder), 'utf8'));

describe('Operations', () => {
  it.each(files)('%s is valid against what clients see', (file) => {
    expect(validate(api, read(file)).map(({ message }) => message)).toEqual([]);
  });

  it.each(files)('%s holds one named query', (file) => {
    const operations = read(file).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    expect(operations.map(({ name, operation }) => [operation, name?.value])).toEqual([
      ['query', expect.stringMatching(/^[A-Z][A-Za-z]+$/)],
    ]);
  });

  it('with a field that clients do not see are refused', () => {
    expect(validate(api, parse('{ borough(code: "E09000012") { crimes } }')).map(({ message }) => message)).toEqual([
      'Cannot query field "crimes" on type "Borough". Did you mean "crime"?',
    ]);
  });
});
