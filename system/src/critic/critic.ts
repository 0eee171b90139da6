import { declaredRelations } from './declared-relations.ts';
import type { Finding } from './finding.ts';
import type { HeldFigures } from './held-series.ts';
import { jumps } from './jumps.ts';
import { levelsOfReleases } from './levels-of-releases.ts';
import { partsAboveWholes } from './parts-above-wholes.ts';
import { repeatedFigures } from './repeated-figures.ts';
import { sumsOfParts } from './sums-of-parts.ts';
import { swappedAreas } from './swapped-areas.ts';
import { swappedCategories } from './swapped-categories.ts';
import { unlikeSiblings } from './unlike-siblings.ts';
import { unlikelyLevels } from './unlikely-levels.ts';

/** What each rule finds among all that is held; a rule knows nothing of the others. */
const rules: readonly ((held: HeldFigures) => readonly Finding[])[] = [
  partsAboveWholes,
  sumsOfParts,
  declaredRelations,
  jumps,
  levelsOfReleases,
  swappedAreas,
  swappedCategories,
  repeatedFigures,
  unlikelyLevels,
  unlikeSiblings,
];

/** What contradicts something else that is held, or is so unlike it that a person should look: each figure with what it contradicts. */
export function criticise(held: HeldFigures): readonly Finding[] {
  return rules.flatMap((rule) => rule(held));
}
