import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import type { FindableThing } from '@boroughgraph/kit/series/search/findable-things.ts';
import { type KnownCourt, knownCourts } from './resolvers/known-courts.ts';

/** A court that only an older register has is meant less often. */
const closedWeight = 0.7;
/** A borough of the same name is meant more often. */
const openWeight = 0.97;

/** What criminal justice offers beside what it measures: the courts of all registers that are loaded. */
export async function findable(context: RequestContext): Promise<readonly FindableThing[]> {
  return ((await knownCourts(context)) ?? []).map(courtThing);
}

function courtThing({ id, name, aliases, tier, isOpen }: KnownCourt): FindableThing {
  const kind = tier === 'CROWN' ? 'Crown Court' : tier === 'MAGISTRATES' ? "magistrates' court" : 'court';
  const names = [name, ...aliases];
  return {
    kind: 'COURT',
    id,
    name,
    alsoCalled: [...aliases, ...names.map((each) => `${each} ${kind}`)],
    about: kind,
    text: isOpen ? kind : `${kind}, which only an older register has`,
    indicator: null,
    narrowing: [],
    isExact: true,
    weight: isOpen ? openWeight : closedWeight,
  };
}
