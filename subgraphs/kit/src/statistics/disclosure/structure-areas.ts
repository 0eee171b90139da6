import { areas } from '../areas.ts';
import type { AreasStructure } from './structure.ts';

const london = 'E12000007';
const parts = ['E13000001', 'E13000002'];

/**
 * How the areas of London add up: every area that consists of boroughs is the sum of them, and London of Inner and Outer
 * London besides. A dataset that has no figures for an area is not touched by its sum.
 */
export const londonAreas: readonly AreasStructure[] = [
  ...areas
    .filter(({ members }) => members.length > 1)
    .map(({ code, members }) => ({ kind: 'areas' as const, whole: code, members })),
  { kind: 'areas', whole: london, members: parts },
];
