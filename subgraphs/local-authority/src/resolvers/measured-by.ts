import { linkOf } from '@boroughgraph/kit/series/indicator-link.ts';
import type { IndicatorLink } from '../frameworks/indicator-links.ts';
import { indicatorTypes } from '../generated/indicator-types.ts';
import type { MeasuredByResolvers, ResolversUnionTypes } from '../generated/schema-types.ts';
import { indicators } from '../indicators.ts';

/** An indicator of another agency as a reference, one of ours as its definition. */
export type MeasuredIndicator = ResolversUnionTypes<Record<string, unknown>>['MeasuredBy'];

/**
 * The indicator that a framework or a priority points at, narrowed to what is meant of it. Whether another agency has it is for that agency to say.
 *
 * @throws when it is one of ours and there is none of this id: a mistake in the reviewed data.
 */
export function indicatorOf({ agency, id, narrowing, askedAt }: IndicatorLink): MeasuredIndicator {
  const meant = {
    ...(narrowing === undefined ? {} : { narrowedTo: narrowing }),
    ...(askedAt === undefined ? {} : { askedAt }),
  };
  if (agency !== 'local-authority') return { __typename: indicatorTypes[agency], id, link: linkOf({ id, ...meant }) };
  const definition = indicators.find((indicator) => indicator.id === id);
  if (definition === undefined) throw new Error(`no indicator "${id}" of the local authorities`);
  return Object.keys(meant).length === 0 ? definition : { ...definition, ...meant };
}

/** A reference says of which type it is; a definition is one of ours. */
export const measuredBy: MeasuredByResolvers = {
  __resolveType: (indicator) => ('__typename' in indicator ? indicator.__typename : 'LocalAuthorityIndicator'),
};
