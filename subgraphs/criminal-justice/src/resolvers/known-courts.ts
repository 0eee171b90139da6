import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { siteFactKind, siteOfFact } from '@boroughgraph/kit/store/site.ts';
import type { StatedCatchment } from '../court-catchments.ts';
import { courtFactKind, courtOfFact, type RegisteredCourt } from '../court-record.ts';
import { crownCourtNamed } from '../crown-courts.ts';
import type { CourtTier } from '../generated/vocabulary.ts';

/** A court as the newest register that names it describes it, with what older ones add. */
export interface KnownCourt {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly tier: CourtTier;
  /** True where the newest of all registers has it. */
  readonly isOpen: boolean;
  readonly asOf: string;
  readonly region: { readonly code: string } | null;
  /** True where the numbers of its open cases are published. */
  readonly hasOpenCases: boolean;
  /** By a register; null where none says. What partners say stands in lists of their own. */
  readonly catchments: readonly KnownCatchment[] | null;
}
export interface KnownCatchment extends Omit<StatedCatchment, 'area'> {
  readonly area: { readonly code: string };
  readonly kind: 'SERVES';
  readonly asOf: string;
}

/** The Crown Courts whose open cases are published, by name: the newest register, as far as it goes. */
export interface CrownRegister {
  readonly asOf: string;
  readonly courts: readonly { readonly id: string; readonly name: string; readonly within: string | null }[];
}

/**
 * The Crown Courts of the newest release of open cases that is by court, by name; null while there is none. A release of England and
 * Wales alone names no court, and closes none.
 */
export async function crownRegister(context: RequestContext): Promise<CrownRegister | null> {
  const dataset = 'crown-court-open-cases';
  const sites = (await context.reading.facts(dataset, siteFactKind)).map(siteOfFact);
  const [first] = sites;
  const stated = first === undefined ? null : await context.reading.fact(dataset, siteFactKind, first.id);
  if (stated === null) return null;
  const { latestPeriodEnd, publishedAt } = stated.release;
  return { asOf: latestPeriodEnd ?? publishedAt, courts: sites.toSorted(byName) };
}

/** By request: one asks about thousands of courts at once, and the registers are the same for all of them. */
const ofRequests = new WeakMap<RequestContext, Promise<readonly KnownCourt[] | null>>();

/**
 * Every court that a register names, by name, put together once for each request; null while no register is loaded. Made-up Crown
 * Courts of the sample stand beside none that are real.
 */
export async function knownCourts(context: RequestContext): Promise<readonly KnownCourt[] | null> {
  const courts = ofRequests.get(context) ?? readCourts(context);
  ofRequests.set(context, courts);
  return courts;
}

async function readCourts(context: RequestContext): Promise<readonly KnownCourt[] | null> {
  const releases = await context.reading.releases();
  const [release] = releases.releasesOf('courts');
  const isMadeUp = release !== undefined && !release.isSynthetic && releases.isSample('crown-court-open-cases');
  const newest = isMadeUp ? null : await crownRegister(context);
  if (newest === null && release === undefined) return null;
  const registered = (await context.reading.facts('courts', courtFactKind)).map(courtOfFact);
  const byId = new Map(registered.map((court) => [court.id, court]));
  const asOf = release?.publishedAt ?? '';
  const crown = (newest?.courts ?? []).map((court) =>
    crownCourt(court, { asOf: newest?.asOf ?? '', older: byId.get(court.id), olderAsOf: asOf }),
  );
  const gone = isMadeUp ? [] : await formerCrownCourts(context, newest);
  const listed = new Set([...crown, ...gone].map(({ id }) => id));
  const others = registered
    .filter(({ id }) => !listed.has(id))
    .map((court) => olderCourt(court, { asOf, isOpen: newest === null }));
  return [...crown, ...gone, ...others].toSorted(byName);
}

const byIdsOfRequests = new WeakMap<RequestContext, Promise<ReadonlyMap<string, KnownCourt>>>();

/** The court of an id, or of one that is made of another of its names: court:inner-london-crown-court. Null where there is none. */
export async function courtById(id: string, context: RequestContext): Promise<KnownCourt | null> {
  const byIds = byIdsOfRequests.get(context) ?? knownCourts(context).then(indexCourts);
  byIdsOfRequests.set(context, byIds);
  const known = await byIds;
  return known.get(id) ?? known.get(id.toLowerCase()) ?? null;
}

function indexCourts(courts: readonly KnownCourt[] | null): ReadonlyMap<string, KnownCourt> {
  const byIds = new Map<string, KnownCourt>();
  const known = courts ?? [];
  // The first of several under one name, and one that has an id before one that has another name.
  for (const court of known) if (!byIds.has(court.id)) byIds.set(court.id, court);
  for (const court of known)
    for (const alias of court.aliases) {
      const id = `court:${slug(alias)}`;
      if (!byIds.has(id)) byIds.set(id, court);
    }
  return byIds;
}

/** The Crown Courts of which only an older release has open cases: their figures are still served, and so are they. */
async function formerCrownCourts(
  context: RequestContext,
  newest: CrownRegister | null,
): Promise<readonly KnownCourt[]> {
  const dataset = 'crown-court-open-cases';
  const isListed = (id: string) => newest?.courts.some((court) => court.id === id) === true;
  const sites = (await context.reading.allFacts(dataset, siteFactKind))
    .map(siteOfFact)
    .filter(({ id }) => !isListed(id));
  const found = await Promise.all(
    sites.map(async (site) => ({ site, fact: await context.reading.fact(dataset, siteFactKind, site.id) })),
  );
  return found.flatMap(({ site, fact }) => {
    if (fact === null) return [];
    const { latestPeriodEnd, publishedAt } = fact.release;
    const court = crownCourt(site, { asOf: latestPeriodEnd ?? publishedAt, older: undefined, olderAsOf: '' });
    return [{ ...court, isOpen: false }];
  });
}

function crownCourt(
  { id, name, within }: CrownRegister['courts'][number],
  {
    asOf,
    older,
    olderAsOf,
  }: { readonly asOf: string; readonly older: RegisteredCourt | undefined; readonly olderAsOf: string },
): KnownCourt {
  return {
    id,
    name,
    aliases: crownCourtNamed(name)?.aliases ?? older?.aliases ?? [],
    tier: 'CROWN',
    isOpen: true,
    asOf,
    region: within === null ? null : { code: within },
    hasOpenCases: true,
    catchments: catchmentsOf(older?.catchments ?? [], olderAsOf),
  };
}

function olderCourt(
  court: RegisteredCourt,
  { asOf, isOpen }: { readonly asOf: string; readonly isOpen: boolean },
): KnownCourt {
  const { id, name, aliases, tier, region, catchments } = court;
  return {
    id,
    name,
    aliases,
    tier,
    isOpen,
    asOf,
    region: region === null ? null : { code: region },
    hasOpenCases: false,
    catchments: catchmentsOf(catchments, asOf),
  };
}

/** Who states catchments: the only source that does. */
const source = 'HM Courts & Tribunals Service, Court Finder';

function catchmentsOf(catchments: RegisteredCourt['catchments'], asOf: string): readonly KnownCatchment[] | null {
  return catchments.length === 0
    ? null
    : catchments.map(({ area, areaOfLaw }) => ({
        area: { code: area },
        areaOfLaw,
        kind: 'SERVES',
        basis: 'PARTNER_STATED',
        shareOfArea: null,
        validFrom: null,
        validTo: null,
        source,
        asOf,
      }));
}

const byName = (a: { readonly name: string; readonly id: string }, b: { readonly name: string; readonly id: string }) =>
  compare(a.name, b.name) || compare(a.id, b.id);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
