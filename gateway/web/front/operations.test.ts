import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { writeCompareQuestion } from './compare/compare-question.ts';
import { writeCoverageQuestion } from './catalogue/coverage-query.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
const folder = new URL('./operations/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const fields = read('dataset-fields.graphql');

const written = readdirSync(folder)
  .filter((file) => file !== 'dataset-fields.graphql')
  .map((file) => [file, read(file)] as const)
  .map(([file, text]) => [file, text.includes('...DatasetFields') ? text + fields : text] as const);

const narrowing = [{ dimension: 'offence-group', value: 'burglary' }];
const place = { areaType: 'WARD' as const, count: 1 };
const generated = [
  ['a comparison', writeCompareQuestion({ indicator: 'recorded-crime', narrowing }).query],
  ['a comparison of rates of crime', writeCompareQuestion({ indicator: 'recorded-crime-rate', narrowing: [] }).query],
  ['coverage of boroughs', writeCoverageQuestion(indicatorOf('BOROUGH')).query],
  ['coverage of others', writeCoverageQuestion(indicatorOf('WARD')).query],
] as const;

function indicatorOf(areaType: 'BOROUGH' | 'WARD') {
  return { id: 'x', agency: 'criminal-justice', held: { areas: [{ ...place, areaType }] } };
}

describe('what the pages ask', () => {
  it.each([...written, ...generated])('is there in the schema: %s', (_, text) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});
