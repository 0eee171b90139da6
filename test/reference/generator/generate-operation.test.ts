import { readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, Kind, parse, validate, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { agencies } from '../../support/all-agencies.ts';
import { type GeneratedOperation, generateOperation } from './generate-operation.ts';
import { meetsPlannerFault } from '../planner-faults.ts';
import { createVocabulary } from './vocabulary.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema/api.graphql', import.meta.url), 'utf8'));
const vocabulary = createVocabulary(agencies, {
  courts: ['court:example-crown-court'],
  courtNames: ['Example Crown Court'],
  providers: ['R1K'],
  wards: ['E05009367'],
  frameworks: ['police-and-crime-plan-2017-21'],
  themes: ['Violence'],
});
const operations = Array.from({ length: 600 }, (_, index) => generateOperation({ schema, vocabulary }, 1, index));

/** What occurs in an operation, by name. */
function featuresOf({ query, variables }: GeneratedOperation): ReadonlySet<string> {
  const features = new Set<string>();
  const document: DocumentNode = parse(query);
  let depth = 0;
  let fragments = 0;
  visit(document, {
    Field: {
      enter: ({ alias, name }) => {
        depth += 1;
        if (depth >= 7) features.add('seven fields deep');
        if (alias) features.add('alias');
        if (name.value === 'measuredBy') features.add('union');
        if (name.value === 'indicator' || name.value === 'area') features.add('interface');
      },
      leave: () => {
        depth -= 1;
      },
    },
    InlineFragment: {
      enter: ({ typeCondition }) => {
        fragments += 1;
        features.add(typeCondition ? 'inline fragment on a type' : 'inline fragment on none');
        if (fragments > 1) features.add('fragment within a fragment');
      },
      leave: () => {
        fragments -= 1;
      },
    },
    FragmentDefinition: () => void features.add('named fragment'),
    Directive: ({ name }) => void features.add(`@${name.value}`),
    VariableDefinition: ({ type, defaultValue }) => {
      features.add('variable');
      if (defaultValue) features.add('variable with a default');
      if (type.kind === Kind.LIST_TYPE) features.add('variable that is a list');
    },
    ObjectValue: () => void features.add('input object'),
    ListValue: () => void features.add('list in the text'),
    NullValue: () => void features.add('null in the text'),
  });
  const text = query + JSON.stringify(variables);
  if (/nothing-is-called-this|E09000099|court:nowhere/.test(text)) features.add('unknown id');
  if (/2025-02-30|yesterday|"2025"|1000000|: -1\b|: ""|"hackney"|"E0900001"/.test(text))
    features.add('malformed value');
  if (text.includes('"wrong":"kind"')) features.add('variable of a wrong kind');
  return features;
}

describe('generated operations', () => {
  it('are valid', () => {
    const invalid = operations.filter(({ query }) => validate(schema, parse(query)).length > 0);
    expect(invalid).toEqual([]);
  });

  it('are the same for the same seed and index, and others for others', () => {
    expect(generateOperation({ schema, vocabulary }, 1, 5)).toEqual(operations[5]);
    expect(generateOperation({ schema, vocabulary }, 2, 5)).not.toEqual(operations[5]);
    expect(new Set(operations.map(({ query }) => query)).size).toBeGreaterThan(0.98 * operations.length);
  });

  it('are hardly ever thrown away', () => {
    const rejected = operations.reduce((sum, operation) => sum + operation.rejected, 0);
    expect(rejected / operations.length).toBeLessThan(0.03);
  });

  it('have every feature, each in at least so many', () => {
    const counts = new Map<string, number>();
    for (const operation of operations)
      for (const feature of featuresOf(operation)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const least = {
      alias: 200,
      union: 2,
      interface: 60,
      'named fragment': 150,
      'inline fragment on a type': 150,
      'inline fragment on none': 100,
      'fragment within a fragment': 60,
      '@skip': 200,
      '@include': 200,
      variable: 300,
      'variable with a default': 200,
      'variable that is a list': 10,
      'input object': 40,
      'list in the text': 20,
      'null in the text': 5,
      'seven fields deep': 20,
      'unknown id': 20,
      'malformed value': 5,
      'variable of a wrong kind': 2,
    };
    const missing = Object.entries(least).filter(([feature, count]) => (counts.get(feature) ?? 0) < count);
    expect(missing.map(([feature]) => [feature, counts.get(feature)])).toEqual([]);
  });

  it('reach every type and every root of the schema', () => {
    const asked = new Set(operations.flatMap(({ query }) => [...query.matchAll(/\b[a-z]\w*/gi)].map(([name]) => name)));
    const roots = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(roots.filter((root) => !asked.has(root))).toEqual([]);
  });

  it.each([
    ['an area narrowed and asked for its rate', '{ area(code: "a") { ... on Ward { crimeRate { relation } } } }', true],
    [
      'an area narrowed and asked for what there is not',
      '{ area(code: "a") { ... on Ward { policingAbsences { text } } } }',
      true,
    ],
    [
      'the same through a fragment',
      '{ area(code: "a") { ...F } } fragment F on Ward { ...G } fragment G on Area { crimeRate { relation } }',
      true,
    ],
    ['a kind widened and narrowed', '{ borough { ... on Area { ... on Borough { name } } } }', true],
    [
      'a constant in what a variable decides on',
      'query ($v: Boolean!) { borough @skip(if: $v) { name @skip(if: true) } }',
      true,
    ],
    [
      'an indicator asked for what one kind has',
      '{ catalogue { agency { search(text: "a") { indicator { ...F } } } } } fragment F on Indicator { ... on HealthIndicator { id } }',
      true,
    ],
    [
      'an indicator asked for what one kind has, and never for another thing',
      '{ health { indicators { id @skip(if: true) ... on JusticeIndicator { id } } } }',
      true,
    ],
    [
      'an indicator asked for what one kind has, and for another thing',
      'query ($v: Boolean!) { health { indicators { ... on JusticeIndicator { id } ... { name @skip(if: $v) } } } }',
      false,
    ],
    ['a constant on its own', '{ borough { name @skip(if: true) } }', false],
    ['an area asked for its rate', '{ area(code: "a") { ... on Area { crimeRate { relation } } } }', false],
    ['an area within an area', '{ area(code: "a") { ... on Ward { borough { crimeRate { relation } } } } }', false],
  ])('know %s from what the planner can do', (_, query, isMet) => {
    expect(meetsPlannerFault(schema, parse(query))).toBe(isMet);
  });
});
