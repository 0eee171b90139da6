import { axisX, axisY, dot, line, plot, ruleY, text, type Markish } from '@observablehq/plot';
import { type ComparedBoroughs } from '../compare/compared.ts';
import { type Funnel, type FunnelPoint, funnelWidths } from '../compare/funnel.ts';
import { nameUnit } from '../words.ts';
import { chartStyle, countTicks } from './chart-frame.ts';

/** How many steps a limit is drawn by: enough to look like a curve. */
const steps = 80;

/** A funnel plot: boroughs by the size of what their figure is of, within the limits of chance around London. */
export function drawFunnel(funnel: Funnel, { indicator }: ComparedBoroughs, width: number): Element {
  return plot({
    width,
    height: Math.round(Math.max(280, Math.min(440, width * 0.6))),
    marginLeft: 56,
    marginRight: 24,
    marginTop: 30,
    marginBottom: 46,
    style: chartStyle,
    x: { insetLeft: 24 },
    y: { nice: true },
    marks: [
      axisX({ ticks: countTicks(width), label: 'of how many' }),
      axisY({ ticks: 6, tickSize: 0, label: nameUnit(indicator.unit) }),
      ruleY([funnel.centre], { stroke: 'var(--series)' }),
      ...drawLimits(funnel),
      ...drawPoints(funnel.points, width),
    ],
  });
}

function drawLimits({ points, limitsAt }: Funnel): Markish[] {
  const largest = Math.max(...points.map(({ base }) => base)) * 1.05;
  const smallest = Math.min(...points.map(({ base }) => base)) * 0.7;
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

function drawPoints(points: readonly FunnelPoint[], width: number): Markish[] {
  const within = points.filter(({ isBeyond }) => !isBeyond);
  const beyond = points.filter(({ isBeyond }) => isBeyond);
  const at = { x: 'base', y: 'value', title: describePoint };
  return [
    dot(within, { ...at, r: 4, fill: 'var(--series)' }),
    dot(beyond, { ...at, r: 5, symbol: 'diamond', fill: 'var(--unusual)' }),
    text(placeNames(beyond, points, width), {
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
  all: readonly FunnelPoint[],
  width: number,
): readonly FunnelPoint[] {
  if (width < 500) return [];
  const values = all.map(({ value }) => value);
  const across = width / Math.max(...all.map(({ base }) => base));
  // The limits reach as far as the figures do; a drawing is some 300 pixels high.
  const up = 300 / (Math.max(...values) - Math.min(...values) || 1);
  const middle = (Math.max(...values) + Math.min(...values)) / 2;
  const placed: FunnelPoint[] = [];
  const isClear = (one: FunnelPoint) =>
    placed.every(
      (other) =>
        Math.abs(one.base - other.base) * across > ((one.name.length + other.name.length) / 2) * letter.width ||
        Math.abs(one.value - other.value) * up > letter.height,
    );
  for (const each of beyond.toSorted((one, other) => Math.abs(other.value - middle) - Math.abs(one.value - middle)))
    if (isClear(each)) placed.push(each);
  return placed;
}
