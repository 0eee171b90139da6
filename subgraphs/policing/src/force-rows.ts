import type { OpenedFile } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { cityOfLondonPolice, metropolitanArea } from './force-areas.ts';

/** How tables of the Home Office write the forces of London. "London" alone is their region. */
const forces: Readonly<Record<string, string>> = {
  metropolitan: metropolitanArea,
  'metropolitan-police': metropolitanArea,
  'metropolitan-police-service': metropolitanArea,
  'city-of-london': cityOfLondonPolice,
  'city-of-london-police': cityOfLondonPolice,
  'london-city-of': cityOfLondonPolice,
};

/**
 * The force of London that a row is of, or one of the wider areas by the words that name them; null for any other.
 *
 * @throws {RowProblem} for a name that is like one of London's and none: it must not be taken for another force, which is left out.
 */
export function forceIn(row: Row, column: string, wider: Readonly<Record<string, string>> = {}): string | null {
  const known = { ...forces, ...wider };
  const place = known[slug(row.text(column))];
  if (place === undefined)
    return /metropol|\bmet\b|city of london|london.*city/i.test(row.text(column))
      ? row.rejectLabel(column, ['Metropolitan Police', 'City of London'])
      : null;
  row.concerns(place);
  return place;
}

/** The forces of London of which a file has a row, by their codes. Never throws. */
export function forcesIn(file: OpenedFile, column: string): ReadonlySet<string> {
  return new Set([...file.distinct(column)].flatMap((name) => forces[slug(name)] ?? []));
}
