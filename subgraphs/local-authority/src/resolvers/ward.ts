import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { wardOf2022 } from '@boroughgraph/kit/geography/area-wards.ts';
import type { AreaReference } from '../find-area.ts';
import type { WardResolvers } from '../generated/schema-types.ts';
import { wardByCode, type WardRecord } from '../wards.ts';
import { measuredFields, resolveReferenceTo } from './area.ts';

/** A ward: what the lookup says of it, and what is measured in it. */
export const ward: WardResolvers = {
  __resolveReference: resolveReferenceTo('Ward'),
  ...measuredFields,
  name: async (reference, _arguments, context) => (await requireWard(reference, context)).name,
  type: () => 'WARD',
  borough: async (reference, _arguments, context) => ({ code: (await requireWard(reference, context)).borough }),
  validFrom: () => null,
  validTo: () => null,
  note: ({ code }) => vintageNote(code),
  links: async (reference, { type }, context) => {
    const { borough } = await requireWard(reference, context);
    return type == null || type === 'BOROUGH' ? [{ ...nesting(reference.code), area: { code: borough } }] : [];
  },
};

const nesting = (code: string) => ({
  kind: 'NESTS_IN' as const,
  basis: 'STATUTORY' as const,
  source: `Office for National Statistics, ward to local authority district lookup. ${vintageNote(code)}`,
});

/** Of which year a ward is, in a sentence: figures of wards of different years cannot stand in one series. */
function vintageNote(code: string): string {
  const ward = wardOf2022(code);
  if (ward === null) return 'Not a ward since the elections of May 2022: no figure by the wards of 2022 has it.';
  return ward.isNewIn2022 ? 'A ward since the elections of May 2022.' : 'A ward from before 2022 that still stands.';
}

async function requireWard({ code }: AreaReference, context: RequestContext): Promise<WardRecord> {
  const ward = await wardByCode(context, code);
  if (ward === null) throw new Error(`no ward "${code}" in any lookup that is loaded`);
  return ward;
}
