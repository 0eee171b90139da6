/** 95%, two-sided: the quantile of the normal distribution. */
const z = 1.959963984540054;
/** Publishers use Byar's method from here on, and the exact one below. */
const byarFrom = 10;

/** The 95% limits of a count as a publisher prints them, written anew for the attacker: exact Poisson below 10, Byar's from there. */
export function limitsOfCount(count: number): { readonly lower: number; readonly upper: number } {
  if (count < byarFrom) return { lower: count === 0 ? 0 : meanAt(count - 1, 0.975), upper: meanAt(count, 0.025) };
  const next = count + 1;
  return {
    lower: count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3,
    upper: next * (1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))) ** 3,
  };
}

/** The mean under which `count` or fewer events have this chance, by halving. */
function meanAt(count: number, chance: number): number {
  let [low, high] = [0, 60];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(count, middle) > chance) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function chanceOfAtMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let events = 1; events <= count; events += 1) {
    term *= mean / events;
    sum += term;
  }
  return sum;
}

/** Counts that are tried: the largest of a made-up table is below it. */
const mostTried = 3_000;
const shapes = Array.from({ length: mostTried }, (_, index) => limitsOfCount(index + 1));

/**
 * The counts whose limits have the shape of printed ones: the wider they are beside the rate, the fewer it counts. Null where none has.
 *
 * `half` is half a unit of the last printed decimal.
 */
export function countsWithLimits(
  { value, lower, upper }: { readonly value: number; readonly lower: number; readonly upper: number },
  half: number,
): { readonly low: number; readonly high: number } | null {
  const matches = (limit: number, printed: number, count: number) =>
    (limit / count) * (value - half) - half <= printed && printed <= (limit / count) * (value + half) + half;
  const counts = shapes.flatMap((shape, index) => {
    const count = index + 1;
    return matches(shape.lower, lower, count) && matches(shape.upper, upper, count) ? [count] : [];
  });
  const [low] = counts;
  const high = counts.at(-1);
  return low === undefined || high === undefined ? null : { low, high };
}
