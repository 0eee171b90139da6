import { requireAreaCode } from '@boroughgraph/kit/series/area-argument.ts';
import { absenceAt } from '@boroughgraph/kit/series/absence.ts';
import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import { loadedSeries } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import { londonToday } from '@boroughgraph/kit/statistics/london-clock.ts';
import { statedCatchments } from '../court-catchments.ts';
import { sittingElsewhere } from '../court-history.ts';
import { identifiersOfCourt } from '../court-identifiers.ts';
import { crownCourtOpenCases } from '../datasets/crown-court-open-cases.ts';
import type { CourtResolvers, QueryResolvers } from '../generated/schema-types.ts';
import { courtNamed } from './court-by-name.ts';
import { courtById, knownCourts } from './known-courts.ts';

/** The courts of all registers, and one of them. */
export const courtQueries: Pick<QueryResolvers, 'courts' | 'court'> = {
  courts: async (_root, { tier, region: given, includeClosed }, context) => {
    const region = given == null ? null : requireAreaCode(given, { argument: 'region' });
    const known = await knownCourts(context);
    return (
      known?.filter(
        (court) =>
          (includeClosed || court.isOpen) &&
          (tier == null || court.tier === tier) &&
          (region === null || court.region?.code === region),
      ) ?? null
    );
  },
  court: (_root, { id, name }, context) => {
    if ((id == null) === (name == null)) throw badUserInput('court takes exactly one of id and name', 'id');
    return id == null ? courtNamed(name ?? '', context) : courtById(id, context);
  },
};

const openCasesAreOfCrownCourts =
  'Open cases of this court are not published: they are for centres of the Crown Court in London (courts(tier: CROWN)) and for England and Wales.';
const timelinessIsElsewhere =
  'How long cases take is not published for any one court: courtDelay of an area has it for London, and for England and Wales.';

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
  notMeasuredHere: ({ hasOpenCases }) =>
    hasOpenCases ? [timelinessIsElsewhere] : [openCasesAreOfCrownCourts, timelinessIsElsewhere],
  openCasesAbsence: async ({ id, name, hasOpenCases }, _arguments, context) => {
    const places = [{ place: id, relation: 'SAME' as const }];
    const absence = await absenceAt(context, { indicator: crownCourtOpenCases, code: id, places });
    if (absence !== null || hasOpenCases) return absence;
    return {
      reason: 'NOT_MEASURED_HERE',
      text: `No open cases are published of ${name}: they are of centres of the Crown Court.`,
    };
  },
  status: ({ id, isOpen }, { on }) =>
    sittingElsewhere(id, on ?? londonToday()) !== null ? 'SITTING_ELSEWHERE' : isOpen ? 'LISTED' : 'NOT_LISTED',
  statusNote: ({ id }, { on }) => sittingElsewhere(id, on ?? londonToday())?.note ?? null,
  identifiers: ({ id }) => identifiersOfCourt(id),
  catchments: async ({ id, catchments }, _arguments, context) => {
    const stated = await statedCatchments(context, id);
    const ofPartners = (stated?.catchments ?? []).map(({ area, ...one }) => ({
      ...one,
      area: { code: area },
      kind: 'SERVES' as const,
      asOf: stated?.asOf ?? '',
    }));
    const all = [...ofPartners, ...(catchments ?? [])];
    return all.length === 0 ? null : all;
  },
};
