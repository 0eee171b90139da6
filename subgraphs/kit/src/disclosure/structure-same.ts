import type { FigureIndex, FigureOrGap } from './figure-index.ts';
import { type Term, TermMatcher } from './structure-terms.ts';

/**
 * Lets a count that is published twice stand wherever one of both has it: London of one dataset is then what the boroughs of the other
 * add up to. Where a class has no figure at all nothing is put, nor where its publisher says that nothing was counted. Changes the index.
 */
export function joinSame(index: FigureIndex, terms: readonly (readonly [Term, Term])[]): void {
  for (const [one, other] of terms)
    for (const [figure, again = figure] of [...new TermMatcher(index, one, [other]).matches()]) {
      share(index, one, { gap: figure, figure: again });
      share(index, other, { gap: again, figure });
    }
}

function share(
  index: FigureIndex,
  { table, indicator, part = 'VALUE' }: Term,
  { gap, figure }: { readonly gap: FigureOrGap; readonly figure: FigureOrGap },
): void {
  if (gap.state !== 'gap' || gap.spot === undefined || gap.isMarked === true || figure.state === 'gap') return;
  if (index.of(table, indicator, part).size > 0) index.putAt({ table, indicator, part }, gap.spot, figure);
}
