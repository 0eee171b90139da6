import { AgencyModel } from '@boroughgraph/kit/series/agency.ts';
import { requireAreaCode } from '@boroughgraph/kit/series/area-argument.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import type { Point } from '@boroughgraph/kit/files/area-at.ts';
import { stoodOn } from '@boroughgraph/kit/geography/area-record.ts';
import { areaByCode, areas, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { areaNamed, boroughNamed } from '../area-by-name.ts';
import { liesWithin } from '../area-links.ts';
import { boroughCodeAt } from '../boundaries.ts';
import { type AreaReference, findArea } from '../find-area.ts';
import type { QueryResolvers } from '../generated/schema-types.ts';
import { londonToday } from '@boroughgraph/kit/statistics/london-clock.ts';
import { wardsOn } from '../wards.ts';
import { framework, frameworks } from './framework.ts';
import { changeExplanations } from './change-explanations.ts';
import { planFacts } from './plan-facts.ts';
import { wholeGraph } from './whole-graph.ts';

/** Where requests about areas start. */
export const query: QueryResolvers = {
  localAuthority: (_root, _arguments, context) => new AgencyModel(context),
  ...wholeGraph,
  area: (_root, { code }, context) => findArea(requireAreaCode(code, { byName: askBy('areaNamed') }), context),
  areaNamed: (_root, { name, type }) => areaNamed(name, type ?? null),
  areaAt: async (_root, { longitude, latitude }, context) => {
    const code = await boroughCodeAt(context, requirePoint({ longitude, latitude }));
    return code === null ? null : { code };
  },
  areas: (_root, { type, within: given, on }, context) => {
    const within = given == null ? null : requireAreaCode(given, { argument: 'within' });
    if (type === 'WARD') return wardAreas(context, { within, on: on ?? null });
    const day = on ?? londonToday();
    const ofType = areas
      .filter((area) => area.type === type && stoodOn(area, day))
      .filter(({ code }) => within === null || liesWithin(code, within, day));
    return ofType.toSorted((a, b) => (a.code < b.code ? -1 : 1)).map(({ code }) => ({ code }));
  },
  borough: (_root, { code, name }) => {
    if ((code == null) === (name == null)) throw badUserInput('borough takes exactly one of code and name', 'code');
    return code == null ? boroughNamed(name ?? '') : boroughOf(code);
  },
  boroughs: (_root, { codes, part }) => {
    const wanted = codes?.map(requireBorough) ?? null;
    return boroughs
      .filter((borough) => (wanted?.includes(borough.code) ?? true) && (part == null || borough.part === part))
      .map(({ code }) => ({ code }));
  },
  frameworks,
  framework,
  planFacts,
  changeExplanations,
};

/** The point itself. @throws a BAD_USER_INPUT for one that lies nowhere, or whose numbers stand in each other's place. */
function requirePoint(point: Point): Point {
  const { longitude, latitude } = point;
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    throw badUserInput(`longitude ${longitude} and latitude ${latitude} are no point: expected degrees of WGS 84`);
  if (isNearLondon({ longitude: latitude, latitude: longitude }))
    throw badUserInput(
      `longitude ${longitude} and latitude ${latitude} stand in each other's place: expected longitude: ${latitude}, latitude: ${longitude}`,
      'longitude',
    );
  return point;
}

/** Source: as the outlines of boroughs are checked, with some kilometres to spare. */
const isNearLondon = ({ longitude, latitude }: Point) =>
  longitude > -1 && longitude < 1 && latitude > 51 && latitude < 52;

/** The wards within an area, of any borough without one; null where no lookup is loaded. */
async function wardAreas(
  context: RequestContext,
  { within, on }: { readonly within: string | null; readonly on: string | null },
): Promise<readonly AreaReference[] | null> {
  const wards = await wardsOn(context, on);
  const isWanted = (borough: string) =>
    within === null || borough === within || liesWithin(borough, within, on ?? londonToday());
  return wards?.filter(({ borough }) => isWanted(borough)).map(({ code }) => ({ code })) ?? null;
}

/** The borough of a code; null for a well-formed code that names none. */
function boroughOf(given: string): AreaReference | null {
  const code = requireAreaCode(given, { argument: 'code', byName: askBy('borough') });
  return areaByCode(code)?.type === 'BOROUGH' ? { code } : null;
}

const askBy = (field: string) => (name: string) => `${field}(name: ${name})`;

function requireBorough(given: string): string {
  const code = requireAreaCode(given, { argument: 'codes' });
  if (areaByCode(code)?.type === 'BOROUGH') return code;
  throw badUserInput(`"${code}" is not a borough: expected codes from E09000001 to E09000033`, 'codes');
}
