import { readFileSync, readdirSync } from 'node:fs';
import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { nestedListsRule } from '../wire/nested-lists-rule.ts';
import { firstRule } from './first-rule.ts';
import { fetchLimits } from './operation-limits.ts';
import { validateInTurns } from './validate-in-turns.ts';

const readText = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = buildSchema(readText('../../api.graphql'));
const rules = [nestedListsRule];
const judging = { schema, limits: fetchLimits, rules, maxErrors: 20, hideSuggestions: false };
/** Files of operations, those of the questions among them. */
const operations = readdirSync(new URL('../../operations/', import.meta.url), {
  recursive: true,
  encoding: 'utf8',
}).filter((file) => file.endsWith('.graphql'));
const repeat = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join(' ');
/** Fields that are all in order, a kilobyte for each borough. */
const boroughs = (count: number): string =>
  `{ ${repeat(count, (at) => `a${at}: borough(code: "E09000012") { ${repeat(95, (of) => `b${of}: name`)} }`)} }`;
const long = boroughs(60);

async function inTurns(text: string): Promise<readonly string[]> {
  const errors = await validateInTurns(parse(text), judging);
  return errors.map(String).toSorted();
}

function atOnce(text: string): readonly string[] {
  const all = [...specifiedRules, firstRule(fetchLimits), ...rules];
  return validate(schema, parse(text), all, { maxErrors: 20 }).map(String).toSorted();
}

describe('Validating in turns', () => {
  it.each(operations)('finds nothing wrong with %s', async (file) => {
    expect(await inTurns(readText(`../../operations/${file}`))).toEqual([]);
  });

  it.each([
    ['a long document that is in order', long],
    ['fields that there are not', '{ boroughs { nothing } nowhere }'],
    ['a long document with one fault', long.replace('b94: name', 'b94: nothing')],
    ['faults that several rules find', 'query ($a: ID, $b: Nothing) { borough(code: $c) { name(a: 1) { b } } ...F }'],
    ['what a limit refuses', `{ ${repeat(101, (at) => `a${at}: boroughs { name }`)} }`],
    ['lists in lists', '{ boroughs { wards { borough { wards { borough { wards { name } } } } } } }'],
  ])('says the same as validating at once of %s', async (_, text) => {
    expect(await inTurns(text)).toEqual(atOnce(text));
  });

  it('tells as many errors as are told, and that there are more', async () => {
    const errors = await inTurns(`{ ${repeat(90, (at) => `field${at}`)} }`);
    expect(errors).toHaveLength(21);
    expect(errors).toContain('Too many validation errors, error limit reached. Validation aborted.');
  });

  it('lets others in, many times, while it judges a long document', async () => {
    // More than the limits allow: a fast machine judges what they do in four turns.
    const limits = { ...fetchLimits, maxSameField: 180, maxSelections: 20_000 };
    const document = parse(boroughs(180));
    let othersTurns = 0;
    let isDone = false;
    const countTurns = (): void => {
      othersTurns += 1;
      if (!isDone) setImmediate(countTurns);
    };
    setImmediate(countTurns);
    expect(await validateInTurns(document, { ...judging, limits })).toEqual([]);
    isDone = true;
    expect(othersTurns).toBeGreaterThanOrEqual(5);
  });
});
