import {
  areaY,
  axisX,
  axisY,
  dot,
  line,
  lineY,
  plot,
  rect,
  ruleX,
  ruleY,
  text,
  type Markish,
  type RenderFunction,
} from '@observablehq/plot';
import { type Observation, type WholeSeries } from '../answer.ts';

// Colours come from the style sheet, which has them for light and for dark.
const colours = {
  series: 'var(--series)',
  usual: 'var(--usual)',
  centre: 'var(--centre)',
  unusual: 'var(--unusual)',
  none: 'url(#no-figure)',
  faint: 'var(--rule)',
};

interface Point {
  readonly at: Date;
  readonly from: Date;
  readonly to: Date;
  readonly value: number;
  readonly observation: Observation;
}

/**
 * A drawing of a series from zero on: its line, which a missing figure interrupts, and a striped stretch where one is missing.
 * Confidence intervals are upright lines; what a control chart calls usual is shaded; breaks are numbered.
 *
 * @param width - In pixels.
 * @param document - In which it is drawn. @default the page
 */
export function drawSeries(series: WholeSeries, width: number, document?: Document): Element {
  const points = placePoints(series.observations);
  const published = points.filter(({ value }) => !Number.isNaN(value));
  return plot({
    ...frame(width),
    ...(document !== undefined && { document }),
    marks: [
      stripes,
      axisY({ ticks: 5, tickSize: 0, label: null }),
      drawTicks(series, points, width),
      ruleY([0], { stroke: colours.faint }),
      ...drawMissing(points),
      ...drawUsual(series, published),
      ...drawBreaks(series, points, width),
      ruleX(
        published.filter(({ observation }) => observation.lower !== null),
        {
          x: 'at',
          y1: (each: Point) => each.observation.lower,
          y2: (each: Point) => each.observation.upper,
          stroke: colours.series,
          strokeOpacity: 0.5,
          strokeWidth: 2,
        },
      ),
      lineY(points, { x: 'at', y: 'value', stroke: colours.series, strokeWidth: 2 }),
      dot(published, { x: 'at', y: 'value', r: published.length > 30 ? 1.8 : 3, fill: colours.series }),
      ...drawUnusual(series, published),
    ],
  });
}

/** The size, the margins and the axes of a drawing. */
function frame(width: number) {
  return {
    width,
    height: Math.round(Math.max(200, Math.min(300, width * 0.5))),
    marginLeft: 52,
    marginRight: 12,
    marginTop: 22,
    marginBottom: 38,
    style: {
      fontSize: '0.8125rem',
      background: 'transparent',
      color: 'inherit',
      fontFamily: 'inherit',
      overflow: 'visible',
    },
    x: { type: 'utc' as const, label: null, insetLeft: 18, insetRight: 18 },
    y: { zero: true, nice: true, label: null },
  };
}

/** Each observation at the middle of its period, and the stretch that is nearer to it than to those beside it. */
function placePoints(observations: readonly Observation[]): readonly Point[] {
  const middles = observations.map(
    ({ period: { start, end } }) => (Date.parse(start) + Date.parse(`${end}T23:59:59Z`)) / 2,
  );
  return observations.map((observation, index) => {
    const at = middles[index] ?? 0;
    const [before, after] = [middles[index - 1], middles[index + 1]];
    const from = before === undefined ? at - ((after ?? at) - at) / 2 : (before + at) / 2;
    const to = after === undefined ? at + (at - (before ?? at)) / 2 : (at + after) / 2;
    const value = observation.value ?? Number.NaN;
    return { at: new Date(at), from: new Date(from), to: new Date(to), value, observation };
  });
}

/** Months and quarters have a calendar below them; of years, each that there is room for is called by its last month. */
function drawTicks({ periodType }: WholeSeries, points: readonly Point[], width: number): Markish {
  if (periodType === 'MONTH' || periodType === 'QUARTER')
    return axisX({ ticks: Math.max(2, Math.floor(width / 90)), label: null });
  const each = Math.ceil(points.length / Math.max(2, Math.floor(width / 90)));
  const shown = points.filter((_, index) => (points.length - 1 - index) % each === 0);
  const ends = new Map(shown.map(({ at, observation }) => [at.getTime(), new Date(observation.period.end)]));
  const format = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const prefix = periodType === 'SNAPSHOT' ? '' : 'year to\n';
  return axisX(
    shown.map(({ at }) => at),
    { tickFormat: (at: Date) => prefix + format.format(ends.get(at.getTime())), label: null },
  );
}

/** Stripes, so that a stretch without figures is no colour that could be taken for a figure. */
const stripes: RenderFunction = (...given) => {
  const { document } = given[4];
  const svg = (name: string, attributes: Readonly<Record<string, string>>, ...children: readonly SVGElement[]) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const stripe = svg('path', { d: 'M0 6L6 0', stroke: 'currentColor', 'stroke-opacity': '0.35' });
  return svg(
    'defs',
    {},
    svg('pattern', { id: 'no-figure', width: '6', height: '6', patternUnits: 'userSpaceOnUse' }, stripe),
  );
};

/** A stretch for each period without a figure; in each run of them, once, the publisher's own sign for it. */
function drawMissing(points: readonly Point[]): Markish[] {
  const missing = points.filter(({ value }) => Number.isNaN(value));
  const runs = points.filter(({ value }, index) => Number.isNaN(value) && !Number.isNaN(points[index - 1]?.value ?? 0));
  return [
    rect(missing, { x1: 'from', x2: 'to', fill: colours.none }),
    text(runs, {
      x: 'from',
      frameAnchor: 'bottom',
      textAnchor: 'start',
      dx: 1,
      dy: -6,
      text: (each: Point) => each.observation.displayValue,
      fill: 'currentColor',
      stroke: 'var(--panel)',
      strokeWidth: 4,
    }),
  ];
}

function drawUsual({ controlChart }: WholeSeries, published: readonly Point[]): Markish[] {
  if (controlChart?.centre == null || controlChart.firstPeriod === null) return [];
  const from = new Date(controlChart.firstPeriod.start);
  const within = published.filter(({ at }) => at >= from);
  const { lower, upper, centre } = controlChart;
  return [
    areaY(within, { x: 'at', y1: lower ?? 0, y2: upper ?? 0, fill: colours.usual }),
    line(within, { x: 'at', y: centre, stroke: colours.centre, strokeDasharray: '6 4' }),
  ];
}

/** Pixels that the number of a break needs for itself. */
const breakLabelWidth = 16;

/** A line for each break, with its number over it; those that lie too close for that share one place: `3, 4`. */
function drawBreaks({ breaks }: WholeSeries, points: readonly Point[], width: number): Markish[] {
  const [from, to] = [points[0]?.from.getTime() ?? 0, points.at(-1)?.to.getTime() ?? 0];
  const inSight = breaks.map(({ at }) => Date.parse(at)).filter((at) => at >= from);
  const closest = ((to - from) * breakLabelWidth) / width;
  const labels: { at: number; text: string }[] = [];
  for (const [index, at] of inSight.entries()) {
    const last = labels.at(-1);
    if (last !== undefined && at - last.at < closest)
      labels.splice(-1, 1, { at: (last.at + at) / 2, text: `${last.text}, ${index + 1}` });
    else labels.push({ at, text: String(index + 1) });
  }
  return [
    ruleX(inSight, { x: (at: number) => new Date(at), stroke: 'currentColor', strokeDasharray: '2 3' }),
    text(labels, {
      x: ({ at }: { readonly at: number }) => new Date(at),
      frameAnchor: 'top',
      dy: -12,
      text: 'text',
      fill: 'currentColor',
      fontWeight: 'bold',
    }),
  ];
}

function drawUnusual({ controlChart }: WholeSeries, published: readonly Point[]): Markish[] {
  const marked = new Set(
    controlChart?.points.filter(({ variation }) => variation !== 'COMMON_CAUSE').map(({ period }) => period.id),
  );
  const unusual = published.filter(({ observation }) => marked.has(observation.period.id));
  return [
    dot(unusual, { x: 'at', y: 'value', symbol: 'diamond', r: 5, fill: colours.unusual, stroke: 'var(--panel)' }),
  ];
}
