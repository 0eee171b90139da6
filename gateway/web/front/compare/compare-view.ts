import { type ComparedBoroughs } from './compared.ts';
import { layOutMultiples } from './lay-out-multiples.ts';

/** The pictures of a comparison: squares where boroughs lie, a funnel plot or intervals, and each borough over time. */
export type CompareView = 'map' | 'chart' | 'multiples';

/** What each picture is called. */
export const viewWords: Readonly<Record<CompareView, string>> = {
  map: 'Map of squares',
  chart: 'How sure each figure is',
  multiples: 'Each borough over time',
};

/** The pictures that there are of a comparison, in the order of the page: where boroughs may not be compared, none that sets them beside each other. */
export function viewsOf(compared: ComparedBoroughs): readonly CompareView[] {
  const { refusals, elsewhere, all } = compared;
  if (elsewhere !== null || !all.some(({ latest }) => latest !== null)) return [];
  const multiples: readonly CompareView[] = layOutMultiples(compared).multiples.length > 0 ? ['multiples'] : [];
  return refusals.length > 0 ? multiples : ['map', 'chart', ...multiples];
}
