import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { measuredDirectly } from '@boroughgraph/kit/series/measured.ts';
import { indicatorIn } from '@boroughgraph/kit/datasets/indicator-in.ts';
import { directField, missingSeries } from '@boroughgraph/kit/series/missing-series.ts';
import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import { linksOn } from '../area-links.ts';
import { boundaryOf } from '../boundaries.ts';
import { childrenInNeed } from '../datasets/children-in-need.ts';
import { dataset as temporaryAccommodation } from '../datasets/temporary-accommodation.ts';
import { mostDeprivedTenth } from '../datasets/deprivation.ts';
import { type AreaReference, findArea, recordOf } from '../find-area.ts';
import type { AreaResolvers, BoroughResolvers, OtherAreaResolvers } from '../generated/schema-types.ts';
import { seriesIn } from '../measured-series.ts';
import { populationEstimates } from '../population-estimates.ts';
import { indicatorOf } from './measured-by.ts';
import { safeguardingIndicators } from './safeguarding.ts';
import { linkTo } from './whole-graph.ts';
import { londonToday } from '@boroughgraph/kit/statistics/london-clock.ts';

const inTemporaryHomes = indicatorIn(temporaryAccommodation, 'households-in-temporary-accommodation');

/** An area of any kind, as another agency or a series points at it. */
export const area: AreaResolvers = {
  __resolveType: ({ code }) => kindOf(code),
  __resolveReference: ({ code }, context) => findArea(code, context),
};

type AreaKind = 'Borough' | 'Ward' | 'OtherArea';

function kindOf(code: string): AreaKind {
  const type = areaTypeOf(code);
  return type === 'BOROUGH' ? 'Borough' : type === 'WARD' ? 'Ward' : 'OtherArea';
}

/** Gives what finds the area that a reference to one of a kind names: null for a code that names none, or one of another kind. */
export function resolveReferenceTo(kind: AreaKind) {
  return async ({ code }: AreaReference, context: RequestContext): Promise<AreaReference | null> => {
    const found = await findArea(code, context);
    return found !== null && kindOf(found.code) === kind ? found : null;
  };
}

/** What is answered alike for areas of every kind. */
export const measuredFields = {
  populationEstimates: ({ code }, _arguments, context) => populationEstimates(code, context),
  boundary: ({ code }, _arguments, context) => boundaryOf(context, code),
  safeguarding: ({ code }) => (measuredDirectly(childrenInNeed, code) === null ? null : { code }),
  indicator: ({ code }, { id }) => indicatorOf({ ...linkTo(id), askedAt: code }),
  deprivation: ({ code }, _arguments, context) => seriesIn(context, { indicator: mostDeprivedTenth, code }),
  temporaryAccommodation: ({ code }, _arguments, context) => seriesIn(context, { indicator: inTemporaryHomes, code }),
  localAuthorityAbsences: ({ code }, _arguments, context) =>
    missingSeries(context, [
      ...safeguardingIndicators.map(([field, indicator]) => directField(`safeguarding.${field}`, indicator, code)),
      directField('deprivation', mostDeprivedTenth, code),
      directField('temporaryAccommodation', inTemporaryHomes, code),
    ]),
} satisfies BoroughResolvers;

/** What is answered from the reviewed table, without the store. */
export const tableFields = {
  name: (reference) => recordOf(reference).name,
  type: (reference) => recordOf(reference).type,
  validFrom: (reference) => recordOf(reference).validFrom,
  validTo: (reference) => recordOf(reference).validTo,
  note: (reference) => recordOf(reference).note,
  links: ({ code }, { type, on }) =>
    linksOn(code, on ?? londonToday())
      .filter(({ to }) => type == null || areaTypeOf(to) === type)
      .map(({ to, ...link }) => ({ ...link, area: { code: to } })),
} satisfies BoroughResolvers;

/** An area that is neither a borough nor a ward. */
export const otherArea: OtherAreaResolvers = {
  __resolveReference: resolveReferenceTo('OtherArea'),
  ...tableFields,
  ...measuredFields,
};
