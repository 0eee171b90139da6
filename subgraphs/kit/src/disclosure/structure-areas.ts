import type { GeographyStructure } from './structure.ts';

/** How the areas of London add up: as the geography says, whichever of them a dataset has. */
export const londonAreas: readonly GeographyStructure[] = [{ kind: 'geography' }];
