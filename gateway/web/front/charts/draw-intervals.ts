import { axisX, axisY, dot, plot, ruleX, ruleY } from '@observablehq/plot';
import { type ComparedBorough, type ComparedBoroughs } from '../compare/compared.ts';
import { nameUnit } from '../words.ts';
import { chartStyle, countTicks, type Sheet } from './chart-frame.ts';

/** The newest figure of each borough with its interval, by name, beside the line of London. */
export function drawIntervals({ all, london, indicator }: ComparedBoroughs, { width, document }: Sheet): Element {
  const shown = all.filter(({ latest }) => latest?.value != null);
  const bounded = shown.filter(({ latest }) => latest?.lower != null);
  const level = london?.latest?.value;
  const name = ({ borough }: ComparedBorough) => borough.name;
  return plot({
    width,
    height: 60 + shown.length * 20,
    marginLeft: width < 500 ? 120 : 170,
    marginRight: 20,
    marginTop: 10,
    marginBottom: 44,
    style: chartStyle,
    ...(document !== undefined && { document }),
    x: { zero: true, nice: true },
    y: { type: 'band', label: null, domain: shown.map(name) },
    marks: [
      axisX({ ticks: countTicks(width), label: nameUnit(indicator.unit) }),
      axisY({ tickSize: 0, label: null, tickFormat: (each: string) => (width < 500 ? shorten(each) : each) }),
      ruleX([0], { stroke: 'var(--rule)' }),
      ...(level == null ? [] : [ruleX([level], { stroke: 'var(--centre)', strokeDasharray: '6 4' })]),
      ruleY(bounded, {
        y: name,
        x1: ({ latest }: ComparedBorough) => latest?.lower,
        x2: ({ latest }: ComparedBorough) => latest?.upper,
        stroke: 'var(--series)',
        strokeOpacity: 0.5,
        strokeWidth: 3,
      }),
      dot(shown, { y: name, x: ({ latest }: ComparedBorough) => latest?.value, r: 4, fill: 'var(--series)' }),
    ],
  });
}

/** A name that a narrow screen has room for. */
function shorten(name: string): string {
  return name
    .replace(' upon Thames', '')
    .replace(' and ', ' & ')
    .replace('Kensington & Chelsea', 'Kens. & Chelsea')
    .replace('Hammersmith & Fulham', 'Hammersm. & F.')
    .replace('Barking & Dagenham', 'Barking & Dag.');
}
