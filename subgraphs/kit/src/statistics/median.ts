/** So many are in order sooner by insertion than by a call to the sort of the machine. */
const few = 12;

/** Where these are put in order, one median at a time: medians are taken of millions of neighbours. */
const fewInOrder = new Float64Array(few);

/** The middle value, or the mean of the two in the middle; NaN of none. */
export function medianOf(values: ArrayLike<number>): number {
  const { length } = values;
  const sorted = length > few ? inOrder(values) : insertedInOrder(values);
  const middle = Math.floor(length / 2);
  if (length % 2 === 1) return sorted[middle] ?? NaN;
  return length === 0 ? NaN : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** Typed, so that no comparison is called. */
const inOrder = (values: ArrayLike<number>) => new Float64Array(values).sort();

function insertedInOrder(values: ArrayLike<number>): Float64Array {
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? NaN;
    let to = at;
    for (; to > 0 && (fewInOrder[to - 1] ?? NaN) > value; to -= 1) fewInOrder[to] = fewInOrder[to - 1] ?? NaN;
    fewInOrder[to] = value;
  }
  return fewInOrder;
}
