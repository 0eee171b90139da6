import type { ProtectedCharacteristic } from '@boroughgraph/schema/vocabulary/core.ts';
import type { Dimension, DimensionChoice } from './dimensions.ts';

/**
 * The characteristic of people by which each of these dimensions breaks down. The strand of a hate crime is none of them: it says why
 * somebody was attacked, not who is counted.
 */
const byDimension: Readonly<Record<string, ProtectedCharacteristic>> = {
  age: 'AGE',
  'age-band': 'AGE',
  'age-group': 'AGE',
  disability: 'DISABILITY',
  ethnicity: 'RACE',
  religion: 'RELIGION_OR_BELIEF',
  sex: 'SEX',
  'sexual-orientation': 'SEXUAL_ORIENTATION',
};

/** The dimension that lists groups of people by several characteristics, one group at a time. */
const mixed = 'group';
const byGroup: Readonly<Record<string, ProtectedCharacteristic>> = {
  asian: 'RACE',
  black: 'RACE',
  'ethnic-minority': 'RACE',
  mixed: 'RACE',
  other: 'RACE',
  white: 'RACE',
  female: 'SEX',
  male: 'SEX',
  'age-16-to-24': 'AGE',
  'age-25-to-64': 'AGE',
  'age-65-and-over': 'AGE',
};

/** The characteristic of the people of one value of a dimension; null where it is no such. Never throws. */
function characteristicOf(dimension: string, value: string): ProtectedCharacteristic | null {
  return (dimension === mixed ? byGroup[value] : byDimension[dimension]) ?? null;
}

/** The values of dimensions by which people are told apart by a characteristic, in the order of the dimensions. Never throws. */
export function valuesBy(
  characteristic: ProtectedCharacteristic,
  dimensions: readonly Dimension[],
): readonly { readonly dimension: string; readonly choice: DimensionChoice }[] {
  return dimensions.flatMap(({ id, choices }) =>
    choices
      .filter(({ value }) => characteristicOf(id, value) === characteristic)
      .map((choice) => ({ dimension: id, choice })),
  );
}
