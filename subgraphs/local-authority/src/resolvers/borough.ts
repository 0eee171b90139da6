import { recordOf } from '../find-area.ts';
import type { BoroughResolvers } from '../generated/schema-types.ts';
import { tileOf } from '../tile-layout.ts';
import { londonToday } from '@boroughgraph/kit/statistics/london-clock.ts';
import { wardsOn } from '../wards.ts';
import { measuredFields, resolveReferenceTo, tableFields } from './area.ts';
import { localPriorities } from './local-priorities.ts';

/** A borough: what the reviewed table says of it, and what is measured in it. */
export const borough: BoroughResolvers = {
  __resolveReference: resolveReferenceTo('Borough'),
  ...tableFields,
  ...measuredFields,
  part: (reference) => {
    const { part, code } = recordOf(reference);
    if (part === null) throw new Error(`borough ${code} is in neither part of London`);
    return part;
  },
  tile: ({ code }) => {
    const tile = tileOf(code);
    if (tile === null) throw new Error(`borough ${code} has no tile`);
    return tile;
  },
  aliases: (reference) => recordOf(reference).aliases,
  wards: async ({ code }, { on }, context) => {
    const wards = await wardsOn(context, on ?? null);
    return wards?.filter((ward) => ward.borough === code) ?? null;
  },
  localPriorities: ({ code }, { on }, context) => localPriorities(context, code, on ?? londonToday()),
};
