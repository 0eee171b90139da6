import type { Dimension, Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { knownShare } from './shares.ts';

/** A series and the narrower ones that it is broken down into. */
export interface Family {
  readonly parent: Dimensions;
  /** The dimension by whose values the parts differ. */
  readonly dimension: string;
  /** Parts that add up to the parent. */
  readonly adding: readonly Dimensions[];
  /** Parts that do not: they overlap, or lie outside it. */
  readonly beside: readonly Dimensions[];
}

/** Parts that a nested part is broken down into at most: enough to look at, and the sample stays small. */
const nestedPartsAtMost = 5;

/** Parts that their indicators leave out of the total. Source: the definitions of recorded crime. */
const outsideTotal: ReadonlySet<string> = new Set(['fraud-reported-to-nfib']);

/**
 * How the sample breaks a count down, widest first: by each dimension alone, and within its values where another dimension
 * nests in it. Of the values that nest, those whose share is known, which are those of the newest edition; where none is, the
 * first five. Never throws.
 */
export function familiesOf(indicator: IndicatorDefinition): readonly Family[] {
  const isAdding = indicator.additivity === 'ADDITIVE';
  return indicator.dimensions.flatMap((dimension, index) => {
    const around = indicator.dimensions[index - 1];
    return isNested(dimension) && around !== undefined
      ? around.choices.map(({ value }) => familyOf({ [around.id]: value }, nestedIn(dimension, value), isAdding))
      : [familyOf({}, dimension, isAdding)];
  });
}

/** True where the values of a dimension lie within those of the one before it. */
const isNested = ({ choices }: Dimension) => choices.some(({ within }) => within !== undefined);

function nestedIn(dimension: Dimension, value: string): Dimension {
  const nested = dimension.choices.filter(({ within }) => within === value);
  const known = nested.filter((choice) => knownShare(dimension.id, choice.value) !== null);
  return { ...dimension, choices: known.length > 0 ? known : nested.slice(0, nestedPartsAtMost) };
}

function familyOf(parent: Dimensions, { id, choices }: Dimension, isAdding: boolean): Family {
  const isPart = (value: string) => isAdding && !outsideTotal.has(value);
  const narrowed = (value: string) => ({ ...parent, [id]: value });
  const values = choices.map(({ value }) => value);
  return {
    parent,
    dimension: id,
    adding: values.filter(isPart).map(narrowed),
    beside: values.filter((value) => !isPart(value)).map(narrowed),
  };
}

/** Series of one place at most for what does not add up: it has one for each combination of values. */
const combinationsAtMost = 40;

/**
 * The narrowings of a number that does not add up. With a headline of dimensions: the combinations of one value of each
 * dimension, the headline first, then those that differ from it least, 40 at most, and no total. Without: the total and
 * each value alone. Never throws.
 */
export function combinationsOf({ dimensions, headline = {} }: IndicatorDefinition): readonly Dimensions[] {
  if (Object.keys(headline).length === 0) return [{}, ...dimensions.flatMap(singleValues)].slice(0, combinationsAtMost);
  const distance = (combination: Dimensions) =>
    Object.keys(combination).filter((id) => combination[id] !== headline[id]).length;
  const named = dimensions.filter(({ id }) => headline[id] !== undefined);
  return named
    .reduce(withEachChoice, [{}])
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, combinationsAtMost);
}

function singleValues(dimension: Dimension, index: number, all: readonly Dimension[]): readonly Dimensions[] {
  const around = all[index - 1];
  return dimension.choices.map(({ value, within }) =>
    within === undefined || around === undefined
      ? { [dimension.id]: value }
      : { [around.id]: within, [dimension.id]: value },
  );
}

function withEachChoice(combinations: readonly Dimensions[], { id, choices }: Dimension): readonly Dimensions[] {
  return combinations.flatMap((combination) =>
    choices
      .filter(({ within }) => within === undefined || Object.values(combination).includes(within))
      .map(({ value }) => ({ ...combination, [id]: value })),
  );
}
