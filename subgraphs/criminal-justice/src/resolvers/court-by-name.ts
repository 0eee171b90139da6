import { nearestOf } from '@boroughgraph/kit/files/nearest.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { tierOfName } from '../court-names.ts';
import { type KnownCourt, knownCourts } from './known-courts.ts';

/** Letters of a name that an error quotes: no name of a court is longer. */
const longestQuoted = 100;

/** Courts that an error names: as many as a person reads at a glance. */
const listedAtMost = 5;

/** A name without what says that it is one of a court, and of which kind; case, spaces and hyphens carry no meaning. */
const bareKey = (name: string) =>
  slug(name)
    .replace(/^the-/, '')
    .replace(/-(?:crown|magistrates|county|family)(?:-s)?-court(?:-centre)?$/, '');

/**
 * The court that bears a name, with the kind of court in it or without: "Snaresbrook", "Old Bailey". Where several do, the one that is open.
 * Null while no register is loaded.
 *
 * @throws a BAD_USER_INPUT that lists courts with their ids, where no court bears it or several do.
 */
export async function courtNamed(name: string, context: RequestContext): Promise<KnownCourt | null> {
  const courts = await knownCourts(context);
  if (courts === null) return null;
  const named = bearing(name, courts);
  const open = named.filter(({ isOpen }) => isOpen);
  const [only, ...others] = open.length > 0 ? open : named;
  if (only !== undefined && others.length === 0) return only;
  const quoted = JSON.stringify(name.length > longestQuoted ? `${name.slice(0, longestQuoted)}…` : name);
  const why = only === undefined ? 'is the name of no court' : 'stands for more than one court';
  const candidates = only === undefined ? nearTo(name, courts) : [only, ...others];
  throw badUserInput(
    `${quoted} ${why}: expected one such as ${listOf(candidates.length > 0 ? candidates : courts)}`,
    'name',
  );
}

/** Those that bear the whole name; where none does, those that bear it without the kind of court, of the kind that it says. */
function bearing(name: string, courts: readonly KnownCourt[]): readonly KnownCourt[] {
  const whole = courts.filter((court) => namesOf(court).some((own) => slug(own) === slug(name)));
  if (whole.length > 0) return whole;
  const said = tierOfName(name);
  return courts
    .filter(({ tier }) => said === 'UNKNOWN' || tier === said)
    .filter((court) => namesOf(court).some((own) => bareKey(own) === bareKey(name) && bareKey(own) !== ''));
}

function nearTo(name: string, courts: readonly KnownCourt[]): readonly KnownCourt[] {
  const near = nearestOf(bareKey(name), courts.flatMap(namesOf).map(bareKey));
  return courts.filter((court) => namesOf(court).some((own) => near.includes(bareKey(own))));
}

const namesOf = ({ name, aliases }: KnownCourt) => [name, ...aliases];

const listOf = (courts: readonly KnownCourt[]) =>
  courts
    .slice(0, listedAtMost)
    .map(({ name, id }) => `${name} (${id})`)
    .join(', ');
