import { readFileSync } from 'node:fs';
import { buildSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, it } from 'vitest';

const schema = buildSchema(readFileSync(new URL('../api.graphql', import.meta.url), 'utf8'));

/** Every field, with its arguments, and every field of an input, by its path. */
const names = Object.values(schema.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) => {
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      `${type.name}.${field.name}`,
      ...field.args.map((argument) => `${type.name}.${field.name}.${argument.name}`),
    ]);
  });

/** The words of a name: `orderBy` is order and by. */
const wordsOf = (path: string) =>
  (path.split('.').at(-1) ?? '')
    .split(/(?=[A-Z])|_/)
    .map((word) => word.toLowerCase())
    .filter((word) => word !== '');

/**
 * What adds up, averages, ranks, sorts or filters by value. Medians, percentages and snapshots do not add up, a rank implies
 * differences that may be chance, and each of them tells of cells that are withheld.
 */
const refused: ReadonlySet<string> = new Set([
  ...['sum', 'add', 'total', 'subtotal', 'aggregate', 'aggregates', 'cumulative', 'combine', 'merge', 'subtract'],
  ...['average', 'avg', 'mean', 'median', 'percentile', 'quantile', 'quartile', 'min', 'max', 'minimum', 'maximum'],
  ...['rank', 'ranking', 'position', 'top', 'bottom', 'highest', 'lowest', 'best', 'worst'],
  ...['order', 'sort', 'filter', 'where', 'having', 'gt', 'gte', 'lt', 'lte', 'above', 'below'],
]);

/** Says what a publisher withholds: its minimum is a rule, and no cell follows from it. */
const isAboutDisclosure = (path: string) => path.startsWith('DisclosurePolicy.');

const strays = (given: readonly string[]) =>
  given.filter((path) => !isAboutDisclosure(path) && wordsOf(path).some((word) => refused.has(word)));

describe('the graph offers no arithmetic over published numbers', () => {
  it('has no field or argument that adds up, averages, ranks, sorts or filters by value', () => {
    expect(names.length).toBeGreaterThan(300);
    expect(strays(names)).toEqual([]);
  });

  it('would notice one', () => {
    const offered = [
      'Series.sum',
      'Agency.series.orderBy',
      'Agency.series.valueMin',
      'Borough.rank',
      'Series.values_lt',
    ];
    expect(strays([...offered, 'Series.latest', 'Agency.series.first'])).toEqual(offered);
  });
});
