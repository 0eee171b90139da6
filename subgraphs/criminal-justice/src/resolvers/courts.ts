import type { RequestContext } from '@boroughgraph/kit/server/context.ts';
import { badUserInput } from '@boroughgraph/kit/server/errors.ts';
import { loadedSeries } from '@boroughgraph/kit/server/indicator-resolvers.ts';
import { SeriesHandle } from '@boroughgraph/kit/server/series.ts';
import { isWellFormedAreaCode } from '@boroughgraph/kit/statistics/areas.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { crownCourtOpenCases } from '../datasets/crown-court-open-cases.ts';
import type { CourtResolvers, QueryResolvers } from '../generated/schema-types.ts';
import { type KnownCourt, knownCourts } from './known-courts.ts';

/** The courts of all registers, and one of them. */
export const courtQueries: Pick<QueryResolvers, 'courts' | 'court'> = {
  courts: async (_root, { tier, region, includeClosed }, context) => {
    if (region != null && !isWellFormedAreaCode(region))
      throw badUserInput(`region is "${region}": expected the ONS code of a region, such as E12000007`);
    const known = await knownCourts(context);
    return (
      known?.filter(
        (court) =>
          (includeClosed || court.isOpen) &&
          (tier == null || court.tier === tier) &&
          (region == null || court.region?.code === region),
      ) ?? null
    );
  },
  court: (_root, { id }, context) => courtById(id, context),
};

/** A court. */
export const court: CourtResolvers = {
  __resolveReference: ({ id }, context) => courtById(id, context),
  openCases: ({ id, hasOpenCases }, _arguments, context) =>
    hasOpenCases
      ? loadedSeries(
          context,
          new SeriesHandle(context, { indicator: crownCourtOpenCases, place: id, relation: 'SAME' }),
        )
      : null,
};

/** The court of an id, or of one that is made of another of its names: court:inner-london-crown-court. */
async function courtById(id: string, context: RequestContext): Promise<KnownCourt | null> {
  const known = (await knownCourts(context)) ?? [];
  const hasOther = ({ aliases }: KnownCourt) => aliases.some((alias) => `court:${slug(alias)}` === id);
  return known.find((one) => one.id === id) ?? known.find(hasOther) ?? null;
}
