import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { boroughs } from './boroughs.ts';
import { londonCode, writeCompareQuestion } from './compare/compare-question.ts';
import { writeCoverageQuestion } from './catalogue/coverage-query.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
const folder = new URL('./operations/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');
const fields = read('dataset-fields.graphql');

const listed = [...filesOf(''), ...filesOf('on-demand/')];
const written = listed
  .filter((file) => file !== 'dataset-fields.graphql')
  .map((file) => [file, read(file)] as const)
  .map(([file, text]) => [file, text.includes('...DatasetFields') ? text + fields : text] as const);

function filesOf(within: string): readonly string[] {
  return readdirSync(new URL(within, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => within + name);
}

function indicatorOf(areaType: 'BOROUGH' | 'WARD', agency: string) {
  return { id: 'x', agency, held: { areas: [{ areaType, count: 1 }] } };
}

describe('what the pages ask', () => {
  it.each(written)('is there in the schema: %s', (_, text) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });

  it('is recorded word for word, so that a gateway that answers nothing else answers it', () => {
    const narrowing = [{ dimension: 'offence-group', value: 'burglary' }];
    const asked = [
      writeCompareQuestion({ indicator: 'recorded-crime', narrowing }),
      writeCompareQuestion({ indicator: 'recorded-crime-rate', narrowing: [] }),
      writeCoverageQuestion(indicatorOf('BOROUGH', 'policing')),
      writeCoverageQuestion(indicatorOf('WARD', 'criminal-justice')),
    ];
    const recorded = written.map(([, text]) => text);
    expect(asked.map(({ query }) => recorded.includes(query))).toEqual(asked.map(() => true));
    expect(asked.at(-1)?.variables).toEqual({
      id: 'x',
      policing: false,
      criminalJustice: true,
      health: false,
      localAuthority: false,
    });
  });

  it('of an agency that came later is written by the page', () => {
    const { query, variables } = writeCoverageQuestion(indicatorOf('WARD', 'fire-brigade'));
    expect(query).toContain('policing: fireBrigade @include(if: $policing)');
    expect(variables['policing']).toBe(true);
  });

  it('of a comparison is about every borough, and London', () => {
    const codes = [...read('on-demand/compare-page.graphql').matchAll(/^ +(\w+): series\(area: "(\w+)"/gm)];
    expect(codes.map(([, name]) => name)).toEqual(codes.map(([, , code]) => code));
    expect(codes.map(([, name]) => name)).toEqual([...boroughs.map(({ code }) => code), londonCode]);
  });
});
