import { type ComparedBoroughs } from '../compare/compared.ts';
import { layOutMultiples, type Multiple } from '../compare/lay-out-multiples.ts';
import { describeCell } from '../words.ts';
import { drawingWidth } from './picture.ts';
import { breakName, writeText } from './svg-text.ts';

/** How many small charts stand beside each other, and what each takes, in pixels. */
const grid = { columns: 5, gap: 16, height: 108 };
const chart = { top: 46, height: 46 };

/** Small charts of each borough over time, by name, as SVG. */
export function drawMultiples(compared: ComparedBoroughs): string {
  const { multiples } = layOutMultiples(compared);
  const width = (drawingWidth - grid.gap * (grid.columns - 1)) / grid.columns;
  const drawn = multiples.map((each, index) => {
    const x = (index % grid.columns) * (width + grid.gap);
    const y = Math.floor(index / grid.columns) * grid.height;
    return `<g transform="translate(${x.toFixed(1)} ${y})">${drawMultiple(each, width)}</g>`;
  });
  const height = Math.ceil(multiples.length / grid.columns) * grid.height;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${drawingWidth}" height="${height}" viewBox="0 0 ${drawingWidth} ${height}">${drawn.join('')}</svg>`;
}

function drawMultiple({ compared: { borough, latest }, spark, level }: Multiple, width: number): string {
  const path = (d: string, style: string) =>
    d === '' ? '' : `<path d="${d}" vector-effect="non-scaling-stroke" ${style}/>`;
  // A line that is two pixels wide however its chart is stretched.
  const scaled = [
    path(spark.band, 'fill="var(--usual)"'),
    level === null
      ? ''
      : path(`M0 ${level.toFixed(2)}H100`, 'fill="none" stroke="var(--centre)" stroke-dasharray="4 3"'),
    path(spark.missing, 'fill="none" stroke="var(--quiet)" stroke-width="3"'),
    path(spark.line, 'fill="none" stroke="var(--series)" stroke-width="2" stroke-linecap="round"'),
  ];
  const names = breakName(borough.name, width / 6.2).slice(0, 2);
  return [
    ...names.map((line, index) => writeText(line, { x: 0, y: 11 + index * 13, size: 11 })),
    writeText(latest === null ? 'No figure' : describeCell(latest), {
      ...{ x: 0, y: 12 + names.length * 13, size: 12, weight: 700 },
    }),
    `<svg x="0" y="${chart.top}" width="${width.toFixed(1)}" height="${chart.height}" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">${scaled.join('')}</svg>`,
    `<path d="M0 ${chart.top + chart.height}h${width.toFixed(1)}" stroke="var(--rule)"/>`,
  ].join('');
}
