import type { DimensionChoice } from '../statistics/dimensions.ts';

/** Words that name everything of a kind when nothing stands beside them. */
const totals = /^(_?t|all|any|both|combined|everybody|everyone|grand-total|overall|people|persons|sum|totals?|whole)$/;
/** Words that make a total of what follows, or of what they follow: both sexes, all ages, crime in total. */
const totalsOf = /^(all|any|both|overall|total)-|-(combined|in-total|overall|total)$/;
/** What such words do not make a total of. */
const notTotals = /(^|-)(but|except|excluding|not|other|others|rest|without)(-|$)/;

/** Whether a value of a dimension is called as a total is, beside which the others are its parts. Never throws. */
export function namesTotal({ value }: Pick<DimensionChoice, 'value'>): boolean {
  return totals.test(value) || (totalsOf.test(value) && !notTotals.test(value));
}
