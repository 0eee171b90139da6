import { axisX, axisY, dot, line, plot, ruleY, text, type Markish } from '@observablehq/plot';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { type Funnel, type FunnelPoint, funnelWidths } from '../compare/funnel.ts';
import { nameUnit } from '../words.ts';
import { chartStyle, countTicks, type Sheet } from './chart-frame.ts';

/** How many steps a limit is drawn by: enough to look like a curve. */
const steps = 80;

/** A funnel plot: boroughs by the size of what their figure is of, within the limits of chance around London. */
export function drawFunnel(funnel: Funnel, { indicator }: ComparedBoroughs, { width, document }: Sheet): Element {
  return plot({
    width,
    height: Math.round(Math.max(280, Math.min(440, width * 0.6))),
    marginLeft: 56,
    marginRight: 24,
    marginTop: 30,
    marginBottom: 46,
    style: chartStyle,
    ...(document !== undefined && { document }),
    // The smallest lies at the edge, and its name is written around it.
    x: { insetLeft: width < 500 ? 24 : 56 },
    y: { nice: true },
    marks: [
      // Where there is little room, thousands are written as k.
      axisX({ ticks: countTicks(width), label: 'of how many', ...(width < 500 && { tickFormat: '~s' }) }),
      axisY({ ticks: 6, tickSize: 0, label: nameUnit(indicator.unit) }),
      ruleY([funnel.centre], { stroke: 'var(--series)' }),
      ...drawLimits(funnel),
      ...drawPoints(funnel, width),
    ],
  });
}

function drawLimits({ points, limitsAt }: Funnel): Markish[] {
  const largest = Math.max(...points.map(({ base }) => base)) * 1.05;
  const smallest = smallestBase(points);
  const bases = Array.from({ length: steps + 1 }, (_, step) => smallest + ((largest - smallest) * step) / steps);
  const limit = (width: keyof typeof funnelWidths, side: 'lower' | 'upper') =>
    line(bases, {
      x: (base: number) => base,
      y: (base: number) => limitsAt(base, funnelWidths[width])[side],
      stroke: 'var(--centre)',
      strokeDasharray: width === 'nearer' ? '4 4' : 'none',
    });
  return [limit('nearer', 'lower'), limit('nearer', 'upper'), limit('wider', 'lower'), limit('wider', 'upper')];
}

/** From where limits are drawn: they run out to the left without end. */
function smallestBase(points: readonly FunnelPoint[]): number {
  return Math.min(...points.map(({ base }) => base)) * 0.7;
}

function drawPoints(funnel: Funnel, width: number): Markish[] {
  const { points } = funnel;
  const within = points.filter(({ isBeyond }) => !isBeyond);
  const beyond = points.filter(({ isBeyond }) => isBeyond);
  const at = { x: 'base', y: 'value', title: describePoint };
  return [
    dot(within, { ...at, r: 4, fill: 'var(--series)' }),
    dot(beyond, { ...at, r: 5, symbol: 'diamond', fill: 'var(--unusual)' }),
    text(placeNames(beyond, funnel, width), {
      x: 'base',
      y: 'value',
      text: 'name',
      dy: -11,
      fill: 'currentColor',
      stroke: 'var(--panel)',
      strokeWidth: 4,
    }),
  ];
}

function describePoint({ name, value }: FunnelPoint): string {
  return `${name}: ${value.toLocaleString('en-GB')}`;
}

/** What a name takes of a drawing, in pixels: a letter, and a line. */
const letter = { width: 7, height: 17 };

/** Those whose names stand clear of the names of others, the farthest first; all are named in words beside the drawing. */
function placeNames(
  beyond: readonly FunnelPoint[],
  { points, centre, limitsAt }: Funnel,
  width: number,
): readonly FunnelPoint[] {
  if (width < 500) return [];
  const across = width / Math.max(...points.map(({ base }) => base));
  // Limits are widest where they begin; a drawing is some 300 pixels high between its margins.
  const widest = limitsAt(smallestBase(points), funnelWidths.wider);
  const values = points.map(({ value }) => value);
  const up = 300 / (Math.max(...values, widest.upper) - Math.min(...values, widest.lower) || 1);
  const placed: FunnelPoint[] = [];
  const isClear = (one: FunnelPoint) =>
    placed.every(
      (other) =>
        Math.abs(one.base - other.base) * across > ((one.name.length + other.name.length) / 2) * letter.width ||
        Math.abs(one.value - other.value) * up > letter.height,
    );
  for (const each of beyond.toSorted((one, other) => Math.abs(other.value - centre) - Math.abs(one.value - centre)))
    if (isClear(each)) placed.push(each);
  return placed;
}
