import { AgencyModel } from '@boroughgraph/kit/series/agency.ts';
import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { badUserInput } from '@boroughgraph/kit/series/errors.ts';
import { stoodOn } from '@boroughgraph/kit/geography/area-record.ts';
import { areaByCode, areas, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { areaNamed, boroughNamed } from '../area-by-name.ts';
import { liesWithin } from '../area-links.ts';
import { type AreaReference, findArea, requireAreaCode } from '../find-area.ts';
import type { QueryResolvers } from '../generated/schema-types.ts';
import { londonToday } from '@boroughgraph/kit/statistics/london-clock.ts';
import { wardsOn } from '../wards.ts';
import { framework, frameworks } from './framework.ts';

/** Where requests about areas start. */
export const query: QueryResolvers = {
  localAuthority: (_root, _arguments, context) => new AgencyModel(context),
  area: (_root, { code }, context) => {
    requireAreaCode(code);
    return findArea(code, context);
  },
  areaNamed: (_root, { name, type }) => areaNamed(name, type ?? null),
  areas: (_root, { type, within, on }, context) => {
    if (within != null) requireAreaCode(within, 'within');
    if (type === 'WARD') return wardAreas(context, { within: within ?? null, on: on ?? null });
    const day = on ?? londonToday();
    const ofType = areas
      .filter((area) => area.type === type && stoodOn(area, day))
      .filter(({ code }) => within == null || liesWithin(code, within, day));
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
};

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
function boroughOf(code: string): AreaReference | null {
  requireAreaCode(code, 'code');
  return areaByCode(code)?.type === 'BOROUGH' ? { code } : null;
}

function requireBorough(code: string): string {
  if (areaByCode(code)?.type === 'BOROUGH') return code;
  throw badUserInput(`"${code}" is not a borough: expected codes from E09000001 to E09000033`, 'codes');
}
