/** So many are in order sooner by insertion than by a call to the sort of the machine. */
const few = 12;

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function medianOf(values: ArrayLike<number>): number {
  // Typed, so that no comparison is called: medians are taken of millions of figures.
  const sorted = new Float64Array(values);
  if (sorted.length > few) sorted.sort();
  else insertInOrder(sorted);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return sorted[middle] ?? NaN;
  return ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

function insertInOrder(values: Float64Array): void {
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    let to = at;
    for (; to > 0 && (values[to - 1] ?? NaN) > value; to -= 1) values[to] = values[to - 1] ?? NaN;
    values[to] = value;
  }
}
