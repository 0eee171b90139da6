import type { PublishedSeries } from '../../disclosure/figure-index.ts';
import { withholdReading } from '../../disclosure/protect.ts';
import type { World } from './served-worlds.ts';

/** What readers of some tiers can have, and whoever of them remembers what was seen before an embargo ended. */
export interface Tier {
  readonly worlds: readonly World[];
  readonly remembered: readonly World[];
  /** True where what is for named users stands beside what everybody has, which stays. */
  readonly isBesideOpen: boolean;
}

/**
 * The worlds of each tier, in the order in which they are to be protected: first what everybody has, as if there were nothing else; then what
 * is for named users beside it, where everything that is for everybody stays as it is. Who may see one of several datasets for named users
 * has the others withheld, and nothing of them may follow from his; who may see all has all. Where all is of one tier, that is the only one.
 *
 * Never throws.
 */
export function tiersOf(worlds: readonly World[], remembered: readonly World[]): readonly Tier[] {
  const all = [...worlds, ...remembered].flat();
  const tables = [...new Set(all.filter(isRestricted).map(({ table }) => table))].toSorted();
  const hasOpen = all.some((series) => !isRestricted(series));
  if (tables.length === 0 || (!hasOpen && tables.length === 1)) return [{ worlds, remembered, isBesideOpen: false }];
  const seenBy = [...(tables.length > 1 ? tables.map((table) => [table]) : []), tables].map(seenWith);
  const viewsOf = (all: readonly World[]) => seenBy.flatMap((view) => all.map(view));
  const named = { worlds: viewsOf(worlds), remembered: viewsOf(remembered), isBesideOpen: true };
  return hasOpen
    ? [{ worlds: worlds.map(openIn), remembered: remembered.map(openIn), isBesideOpen: false }, named]
    : [named];
}

const openIn = (world: World): World => world.filter((series) => !isRestricted(series));

/** As whoever may see nothing that is for named users knows a world in which it is: all of it is withheld. Never throws. */
export const seenWithNone: (world: World) => World = seenWith([]);

function isRestricted({ isRestricted: isSo = false }: PublishedSeries): boolean {
  return isSo;
}

/** As whoever may see some tables for named users has a world, beside what everybody has. */
function seenWith(tables: readonly string[]): (world: World) => World {
  return (world) =>
    world.map((series) => {
      if (!isRestricted(series)) return { ...series, isFixed: true, isOfOpenTier: true };
      return tables.includes(series.table) ? series : withheldWhole(series);
    });
}

function withheldWhole(series: PublishedSeries): PublishedSeries {
  const readings = new Map(
    [...series.readings].map(([ordinal, reading]) => [
      ordinal,
      reading.status === 'PUBLISHED' ? withholdReading(reading) : reading,
    ]),
  );
  return { ...series, readings };
}
