import { type PlacePart, type PlaceSum, placeSumsOf } from './structure-places.ts';
import { dimensionsOf } from '../statistics/dimensions.ts';
import type { FigureClassName, FigureIndex, FigureOrGap } from './figure-index.ts';
import type { Spot } from './structure-terms.ts';

/** An area, and others that cover its ground once. What is missing of them has a name. */
export interface AreaSum {
  readonly whole: FigureOrGap;
  readonly parts: readonly FigureOrGap[];
}

/**
 * Every sum of areas in a table, for each of its counts, breakdowns and periods, by the areas that the count has in the period: one
 * of which this breakdown has no row is a part or a whole all the same.
 */
export function* areaSumsOf(index: FigureIndex, table: string): Generator<AreaSum> {
  const known = new Map<string, readonly PlaceSum[]>();
  const isCounted = (place: string) => index.hasPlace(place);
  for (const [name, figures] of index.ofTable(table))
    for (const { places, ...spot } of spotsIn(figures.keys())) {
      const pattern = places.join(' ');
      const sums = known.get(pattern) ?? placeSumsOf(places, isCounted);
      known.set(pattern, sums);
      for (const { whole, parts } of sums) {
        const total = figureOf(index, name, { part: whole, spot });
        const adding = parts.flatMap((part) => figureOf(index, name, { part, spot }) ?? []);
        if (total !== null && adding.length === parts.length) yield { whole: total, parts: adding };
      }
    }
}

/** Where something is counted, but for the place, by the text that names it. */
type PlacelessSpot = Pick<Spot, 'endMonth'> & { readonly dimensionKey: string };

/** The breakdowns and periods of a count, each with the places that have a figure in the period, in order. */
function spotsIn(positions: Iterable<string>): Iterable<PlacelessSpot & { readonly places: readonly string[] }> {
  const spots = new Map<string, PlacelessSpot>();
  const placesIn = new Map<number, Set<string>>();
  for (const position of positions) {
    const [first, last] = [position.indexOf(' '), position.lastIndexOf(' ')];
    const rest = position.slice(first);
    const endMonth = Number(position.slice(last + 1));
    spots.set(rest, { dimensionKey: position.slice(first + 1, last), endMonth });
    const places = placesIn.get(endMonth) ?? new Set<string>();
    placesIn.set(endMonth, places);
    places.add(position.slice(0, first));
  }
  const inOrder = new Map([...placesIn].map(([endMonth, places]) => [endMonth, [...places].sort()]));
  return [...spots.values()].map((spot) => ({ ...spot, places: inOrder.get(spot.endMonth) ?? [] }));
}

function figureOf(
  index: FigureIndex,
  name: FigureClassName,
  { part, spot }: { readonly part: PlacePart; readonly spot: PlacelessSpot },
): FigureOrGap | null {
  const { dimensionKey, endMonth } = spot;
  const { table, indicator, part: counted = 'VALUE' } = name;
  // What no area stands for is the same wherever it is met: in two sums of one count and period.
  if (!part.isPlace)
    return { state: 'gap', name: `${table} ${indicator} ${counted} ${part.name} ${dimensionKey} ${endMonth}` };
  return index.at(name, { place: part.name, dimensions: dimensionsOf(dimensionKey), endMonth });
}
