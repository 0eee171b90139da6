import { type Measure, type MeasuringIndicator } from './answer.ts';

/** How much is known of a measure for an area. */
export type Evidence = 'here' | 'wider' | 'absent' | 'uncollected' | 'unmeasured';

/** All kinds, from the most that is known to the least, in words that stand after a number of measures. */
export const evidenceWords: readonly { readonly kind: Evidence; readonly words: string; readonly short: string }[] = [
  { kind: 'here', words: 'with figures for the place itself', short: 'Figures' },
  { kind: 'wider', words: 'with figures for somewhere wider or elsewhere', short: 'Figures of elsewhere' },
  { kind: 'absent', words: 'of which figures exist and are not held here', short: 'Not held' },
  { kind: 'uncollected', words: 'that nobody collects', short: 'Nobody collects it' },
  { kind: 'unmeasured', words: 'that no figure measures', short: 'No figure measures it' },
];

/** How much is known of a measure: the most that any indicator of it says. */
export function findEvidence({ collection, measuredBy }: Pick<Measure, 'collection' | 'measuredBy'>): Evidence {
  const indicators = measuredBy ?? [];
  if (indicators.some(isHere)) return 'here';
  if (indicators.some(({ series }) => series?.latest != null)) return 'wider';
  if (collection === 'NOT_COLLECTED') return 'uncollected';
  return indicators.length > 0 ? 'absent' : 'unmeasured';
}

function isHere({ series }: MeasuringIndicator): boolean {
  return series?.latest != null && (series.relation === 'SAME' || series.relation === 'PART_OF_AREA');
}
