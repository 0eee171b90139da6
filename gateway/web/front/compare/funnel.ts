import { type ComparedBorough, type ComparedBoroughs } from './compared.ts';

/** A borough in a funnel plot. */
export interface FunnelPoint {
  readonly name: string;
  /** Of how many the figure is a share or a rate. */
  readonly base: number;
  readonly value: number;
  /** Beyond what chance explains in 499 of 500 cases. */
  readonly isBeyond: boolean;
}

/** What a funnel plot shows: the figure of London, and around it what chance explains of a base of any size. */
export interface Funnel {
  readonly kind: 'funnel';
  readonly centre: number;
  readonly points: readonly FunnelPoint[];
  /** The limits of chance at a size of base: nearer (95%) and wider (99.8%). */
  readonly limitsAt: (base: number, z: number) => { readonly lower: number; readonly upper: number };
}

/** That there is no funnel, and why. */
export interface NoFunnel {
  readonly kind: 'none';
  readonly reason: string;
}

/** How many standard errors 95% and 99.8% of chance lie within: Spiegelhalter, Funnel plots for comparing institutional performance, 2005. */
export const funnelWidths = { nearer: 1.96, wider: 3.09 } as const;

/** Fewer points than this are no funnel. */
const leastPoints = 8;

/** A funnel around the published figure of London, where figures are shares or rates of a base that is published with them. */
export function makeFunnel({ indicator, all, london, refusals, period }: ComparedBoroughs): Funnel | NoFunnel {
  if (refusals.length > 0) return { kind: 'none', reason: refusals.join(' ') };
  const { valueType, multiplier } = indicator;
  if (valueType !== 'CRUDE_RATE' && valueType !== 'PROPORTION')
    return { kind: 'none', reason: 'Limits of chance follow from a base for shares and plain rates alone.' };
  const centre = london?.latest?.period.label === period ? london.latest.value : null;
  if (centre === null) return { kind: 'none', reason: 'London has no published figure for the same period.' };
  const limitsAt = (base: number, z: number) => {
    const share = centre / multiplier;
    const variance = valueType === 'PROPORTION' ? (share * (1 - share)) / base : share / base;
    const reach = z * multiplier * Math.sqrt(variance);
    return { lower: Math.max(0, centre - reach), upper: centre + reach };
  };
  const points = all.flatMap((each) => placePoint(each, period, (base) => limitsAt(base, funnelWidths.wider)));
  if (points.length < leastPoints)
    return { kind: 'none', reason: 'The publisher does not print of how many the figures are, which a funnel needs.' };
  return { kind: 'funnel', centre, points, limitsAt };
}

function placePoint(
  { borough, latest }: ComparedBorough,
  period: string,
  widerAt: (base: number) => { readonly lower: number; readonly upper: number },
): readonly FunnelPoint[] {
  if (latest?.value == null || latest.denominator == null || latest.period.label !== period) return [];
  const { lower, upper } = widerAt(latest.denominator);
  const { value, denominator: base } = latest;
  return [{ name: borough.name, base, value, isBeyond: value < lower || value > upper }];
}
