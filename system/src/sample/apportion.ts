/**
 * A whole number split into whole parts in proportion to weights: the parts add up to it exactly, in the order of the weights.
 *
 * The shares are laid end to end on a line, and each part is the number of marks on its stretch: marks lie a unit apart, the
 * first after `start`, from 0, included, to 1, excluded. With a start by chance, a share of a tenth is one in a tenth of the
 * cases, where plain rounding would make it none in all. Weights are above zero. Never throws.
 *
 * Source: systematic sampling; William G. Madow and Lillian H. Madow, Annals of Mathematical Statistics 15, 1944.
 */
export function apportion(total: number, weights: readonly number[], start: number): readonly number[] {
  const sum = weights.reduce((whole, weight) => whole + weight, 0);
  let end = 0;
  let marks = 0;
  return weights.map((weight, index) => {
    end += (total * weight) / sum;
    // The last stretch ends at the total, whatever the additions have lost on the way.
    const before = marks;
    marks = index === weights.length - 1 ? total : Math.min(total, Math.floor(end + start));
    return marks - before;
  });
}
