import { areas } from '@boroughgraph/kit/geography/areas.ts';
import { agencyNames } from '@boroughgraph/schema/wire/agency-names.ts';
import { readFileSync } from 'node:fs';
import { buildSchema, type ConstDirectiveNode, isEnumType, isObjectType, valueFromASTUntyped } from 'graphql';
import { expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

const supergraph = buildSchema(readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8'), {
  assumeValid: true,
  assumeValidSDL: true,
});

/** A number that a directive says; NaN, which nothing is at most, where it says none. */
function saidBy(directives: readonly ConstDirectiveNode[] | undefined, directive: string, argument: string): number {
  const given = directives?.find(({ name }) => name.value === directive)?.arguments ?? [];
  const value = given.find(({ name }) => name.value === argument)?.value;
  return Number(value && valueFromASTUntyped(value));
}

function sizeOf(type: string, field: string): number {
  const holder = supergraph.getType(type);
  const node = isObjectType(holder) ? holder.getFields()[field]?.astNode : undefined;
  return saidBy(node?.directives, 'listSize', 'assumedSize');
}

it.each(agencies)(
  '$name has no more indicators and datasets than its schema says',
  ({ name, indicators, datasets }) => {
    const said = sizeOf('Query', agencyNames(name).rootField);
    expect(Math.max(indicators.length, datasets.length)).toBeLessThanOrEqual(said);
    // Many fewer, and what could be asked would be refused.
    expect(said).toBeLessThanOrEqual(2 * Math.max(indicators.length, datasets.length) + 40);
  },
);

it.each(agencies)(
  'No indicator of $name has more values than its dimensions are said to have together',
  ({ indicators }) => {
    const most = 2 * sizeOf('Dimension', 'values');
    const tooMany = indicators.filter(({ dimensions }) => dimensions.flatMap(({ choices }) => choices).length > most);
    expect(tooMany.map(({ id }) => id)).toEqual([]);
  },
);

it('There are no more areas of a kind than the schema says', () => {
  const kinds = supergraph.getType('AreaType');
  if (!isEnumType(kinds)) throw new Error('AreaType is no enum');
  const tooMany = kinds.getValues().filter(({ name, astNode }) => {
    const most = saidBy(astNode?.directives, 'members', 'most');
    return !(areas.filter(({ type }) => type === name).length <= most);
  });
  expect(tooMany.map(({ name }) => name)).toEqual([]);
});
