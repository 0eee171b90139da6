import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { areaByCode, neighbourhoodsOf } from '../geography/areas.ts';
import { wardOf2022, wardsOf2022 } from '../geography/area-wards.ts';

/** A part of a sum of areas: a place, or ground for which no place stands by itself. */
export interface PlacePart {
  readonly name: string;
  readonly isPlace: boolean;
}

/** A place, and others that cover its ground without a rest. */
export interface PlaceSum {
  readonly whole: PlacePart;
  readonly parts: readonly PlacePart[];
}

/** An area that consists of boroughs, or is one. */
interface Ground {
  readonly place: string;
  readonly type: AreaType;
  readonly boroughs: readonly string[];
}

/**
 * How some places add up by the boroughs that each consists of, and by the borough in which each lies: every place is the sum of the
 * ground that the others tell apart, and of each kind of area within it. Ground that no place covers by itself is a part of its own.
 * Places that the geography does not know, such as courts, are in no sum. Never throws.
 *
 * @param isCounted whether anything else counts in a place, so that its ground must not be taken together with other ground.
 */
export function placeSumsOf(places: readonly string[], isCounted: (place: string) => boolean): readonly PlaceSum[] {
  const grounds = places.flatMap((place) => groundOf(place) ?? []);
  const byBoroughs = Map.groupBy(grounds, ({ boroughs }) => boroughs.join(' '));
  const pieces = piecesOf(grounds, byBoroughs, isCounted);
  const sums = [
    ...[...byBoroughs.values()].flatMap(sameGround),
    ...[...byBoroughs.values()].flatMap(([ground]) => (ground === undefined ? [] : sumOver(ground, pieces))),
    ...grounds.flatMap((whole) => sumsByKind(whole, grounds, pieces)),
    ...sumsWithinBoroughs(places),
  ];
  const textOf = ({ whole, parts }: PlaceSum) => [whole, ...parts.toSorted(byName)].map(({ name }) => name).join(' ');
  return [...new Map(sums.map((sum) => [textOf(sum), sum])).values()];
}

const byName = (a: PlacePart, b: PlacePart) => (a.name < b.name ? -1 : 1);
const placePart = (name: string): PlacePart => ({ name, isPlace: true });

function groundOf(place: string): Ground | null {
  const area = areaByCode(place);
  if (area === null) return null;
  if (area.type === 'BOROUGH') return { place, type: area.type, boroughs: [place] };
  return area.members.length === 0 ? null : { place, type: area.type, boroughs: area.members };
}

/** Places of the same boroughs count the same: the first of them, and each other. */
function sameGround(grounds: readonly Ground[]): readonly PlaceSum[] {
  const [first, ...others] = grounds;
  if (first === undefined) return [];
  return others.map(({ place }) => ({ whole: placePart(place), parts: [placePart(first.place)] }));
}

/** Ground that all places have wholly or not at all. */
interface Piece extends PlacePart {
  readonly boroughs: readonly string[];
}

/** The ground of all places in as few pieces as they tell apart. */
function piecesOf(
  grounds: readonly Ground[],
  byBoroughs: ReadonlyMap<string, readonly Ground[]>,
  isCounted: (place: string) => boolean,
): readonly Piece[] {
  const all = [...new Set(grounds.flatMap(({ boroughs }) => boroughs))].sort();
  const apart = (borough: string) =>
    isCounted(borough)
      ? borough
      : grounds.flatMap(({ place, boroughs }) => (boroughs.includes(borough) ? [place] : [])).join(' ');
  return [...Map.groupBy(all, apart).values()].map((boroughs) => {
    const [stands] = byBoroughs.get(boroughs.join(' ')) ?? [];
    const [borough = '', second] = boroughs;
    if (stands !== undefined) return { ...placePart(stands.place), boroughs };
    return { name: boroughs.join('+'), isPlace: second === undefined && borough !== '', boroughs };
  });
}

function sumOver({ place, boroughs }: Ground, pieces: readonly Piece[]): readonly PlaceSum[] {
  const parts = pieces.filter((piece) => piece.boroughs.every((borough) => boroughs.includes(borough)));
  return parts.some(({ name }) => name === place) ? [] : [{ whole: placePart(place), parts }];
}

/** A place by the places of each kind within it, with whatever ground they leave: what an attacker sees at once. */
function sumsByKind(whole: Ground, grounds: readonly Ground[], pieces: readonly Piece[]): readonly PlaceSum[] {
  const within = grounds.filter(
    ({ type, boroughs }) =>
      type !== 'BOROUGH' &&
      boroughs.length < whole.boroughs.length &&
      boroughs.every((borough) => whole.boroughs.includes(borough)),
  );
  return [...Map.groupBy(within, ({ type }) => type).values()].flatMap((kind) => {
    const covered = new Set(kind.flatMap(({ boroughs }) => boroughs));
    const isDisjoint = covered.size === kind.reduce((sum, { boroughs }) => sum + boroughs.length, 0);
    if (!isDisjoint) return [];
    const rest = pieces.filter(({ boroughs }) =>
      boroughs.every((borough) => whole.boroughs.includes(borough) && !covered.has(borough)),
    );
    return [{ whole: placePart(whole.place), parts: [...kind.map(({ place }) => placePart(place)), ...rest] }];
  });
}

/** A borough by its wards, and by its police neighbourhoods: by those that are there, and a rest where some are not. */
function sumsWithinBoroughs(places: readonly string[]): readonly PlaceSum[] {
  const within = places.flatMap((place) => partOfBorough(place) ?? []);
  return [...Map.groupBy(within, ({ borough, kind }) => `${borough} ${kind}`).values()].flatMap((parts) => {
    const [first] = parts;
    if (first === undefined) return [];
    const isWhole = first.all.every((place) => parts.some((part) => part.place === place));
    const rest = isWhole ? [] : [{ name: `rest of ${first.borough} by ${first.kind}`, isPlace: false }];
    return [{ whole: placePart(first.borough), parts: [...parts.map(({ place }) => placePart(place)), ...rest] }];
  });
}

interface PartOfBorough {
  readonly place: string;
  readonly borough: string;
  readonly kind: 'ward' | 'neighbourhood';
  /** All of the kind in the borough. */
  readonly all: readonly string[];
}

function partOfBorough(place: string): PartOfBorough | null {
  const ward = wardOf2022(place);
  if (ward !== null) return { place, borough: ward.borough, kind: 'ward', all: wardsOf2022(ward.borough) };
  const borough = areaByCode(place)?.within ?? null;
  if (borough === null) return null;
  return { place, borough, kind: 'neighbourhood', all: neighbourhoodsOf(borough).map(({ code }) => code) };
}
