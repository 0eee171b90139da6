import { range, table } from '../report-table.ts';
import { ratios, spreadOf, type Spread } from '../statistics.ts';
import type { Checkout } from './checkout.ts';

/** What may come on top of the other checkout's median. */
const tolerated = 0.1;
/** Decimal places of figures below ten, and of others. */
const finePlaces = 2;
const coarsePlaces = 1;

/** What was measured of checkouts, round by round. */
export class Figures {
  readonly #byWhat = new Map<string, Record<Checkout['name'], number[]>>();

  /** Takes note of one round's figure of a checkout; `what` names its unit too. */
  note(what: string, checkout: Pick<Checkout, 'name'>, figure: number): void {
    const figures = this.#byWhat.get(what) ?? { this: [], other: [] };
    this.#byWhat.set(what, figures);
    figures[checkout.name].push(figure);
  }

  /**
   * A Markdown table, a line for each figure in the order in which they were noted first: the median of the rounds with the
   * lowest and the highest; with two checkouts also the ratio of the medians, with the lowest and the highest ratio of a
   * round, and whether the median of this one is at most a tenth above the other's.
   */
  format(checkouts: readonly Pick<Checkout, 'name' | 'commit'>[]): string {
    const isCompared = checkouts.length > 1;
    const headings = checkouts.map(({ name, commit }) => `${name} (${commit})`);
    const rows = [...this.#byWhat].map(([what, figures]) => {
      const spreads = checkouts.flatMap(({ name }) => spreadOf(figures[name]) ?? []);
      const cells = spreads.map((spread) => range(spread, spread.median < 10 ? finePlaces : coarsePlaces));
      return [what, ...cells, ...(isCompared ? judge(figures, spreads) : [])];
    });
    return table(['median', ...headings, ...(isCompared ? ['ratio', 'at most a tenth more'] : [])], rows);
  }
}

function judge(figures: Record<Checkout['name'], readonly number[]>, [own, other]: readonly Spread[]): string[] {
  const ofRounds = spreadOf(ratios(figures.this, figures.other));
  if (own === undefined || other === undefined || ofRounds === null) return ['', ''];
  const ratio = own.median / other.median;
  return [range({ ...ofRounds, median: ratio }, finePlaces), ratio <= 1 + tolerated ? 'yes' : 'no'];
}
