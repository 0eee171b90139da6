import type { Dimensions } from '../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import type { Row } from '../files/row.ts';

/** The name by which a reader of the tidy format asks for the column of a dimension. Never throws. */
export function dimensionColumn(id: string): string {
  return `dimension ${id}`;
}

/** The dimensions that any of some indicators has. Never throws. */
export function dimensionIdsOf(indicators: readonly IndicatorDefinition[]): ReadonlySet<string> {
  return new Set(indicators.flatMap(({ dimensions }) => dimensions.map(({ id }) => id)));
}

/** A dimension's column, and the values that may stand in it, by themselves. */
interface DimensionColumn {
  readonly id: string;
  readonly column: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * A reader of what a row of an indicator is narrowed to; a dimension that is blank is not narrowed. It rejects an unknown value, and
 * refuses a value of a dimension that others of the `dataset` have and this one has not: the figure of a part would be taken for the
 * whole.
 */
export function dimensionReader(
  { id: indicator, dimensions }: IndicatorDefinition,
  dataset: readonly IndicatorDefinition[],
): (row: Row) => Dimensions {
  const own = dimensions.map(({ id }) => id);
  const others = [...dimensionIdsOf(dataset)].filter((id) => !own.includes(id)).map(dimensionColumn);
  // Worked out once: a file may hold a hundred thousand rows, and a dimension a hundred values.
  const columns: readonly DimensionColumn[] = dimensions.map(({ id, choices }) => ({
    id,
    column: dimensionColumn(id),
    values: Object.fromEntries(choices.map(({ value }) => [value, value])),
  }));
  const has = own.length === 0 ? 'has no dimension' : `has the dimensions ${own.join(', ')} alone`;
  return (row) => {
    for (const column of others) if (row.text(column) !== '') row.refuse(column, `nothing: ${indicator} ${has}`);
    const given = columns.filter(({ column }) => row.text(column) !== '');
    return Object.fromEntries(given.map(({ id, column, values }) => [id, row.oneOf(column, values)]));
  };
}
