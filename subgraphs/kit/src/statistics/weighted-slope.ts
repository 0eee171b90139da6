/** A point of a regression; its weight is one over the square of its standard error. */
export interface WeightedPoint {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/**
 * The slope of the weighted least squares line through some points, and the variance that their standard errors give it.
 *
 * In units of y for each unit of x. Needs points at two or more x. Never throws.
 */
export function weightedSlope(points: readonly WeightedPoint[]): { readonly slope: number; readonly variance: number } {
  const total = sum(points, ({ weight }) => weight);
  const meanX = sum(points, ({ x, weight }) => weight * x) / total;
  const meanY = sum(points, ({ y, weight }) => weight * y) / total;
  const spread = sum(points, ({ x, weight }) => weight * (x - meanX) ** 2);
  const shared = sum(points, ({ x, y, weight }) => weight * (x - meanX) * (y - meanY));
  return { slope: shared / spread, variance: 1 / spread };
}

function sum(points: readonly WeightedPoint[], term: (point: WeightedPoint) => number): number {
  return points.reduce((total, point) => total + term(point), 0);
}
