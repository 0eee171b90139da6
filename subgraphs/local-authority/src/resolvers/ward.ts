import type { RequestContext } from '@boroughgraph/kit/server/context.ts';
import type { AreaReference } from '../find-area.ts';
import type { WardResolvers } from '../generated/schema-types.ts';
import { wardByCode, type WardRecord } from '../wards.ts';
import { measuredFields, resolveReference } from './area.ts';

/** A ward: what the lookup says of it, and what is measured in it. */
export const ward: WardResolvers = {
  __resolveReference: resolveReference,
  ...measuredFields,
  name: async (reference, _arguments, context) => (await requireWard(reference, context)).name,
  type: () => 'WARD',
  borough: async (reference, _arguments, context) => ({ code: (await requireWard(reference, context)).borough }),
  links: async (reference, { type }, context) => {
    const { borough } = await requireWard(reference, context);
    return type == null || type === 'BOROUGH' ? [{ ...nesting, area: { code: borough } }] : [];
  },
};

const nesting = {
  kind: 'NESTS_IN',
  basis: 'STATUTORY',
  source: 'Office for National Statistics, ward to local authority district lookup',
} as const;

async function requireWard({ code }: AreaReference, context: RequestContext): Promise<WardRecord> {
  const ward = await wardByCode(context, code);
  if (ward === null) throw new Error(`no ward "${code}" in any lookup that is loaded`);
  return ward;
}
