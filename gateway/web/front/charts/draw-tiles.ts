import { type ComparisonOutcome } from '@boroughgraph/schema/vocabulary/core.ts';
import { type ComparedBorough, type ComparedBoroughs } from '../compare/compared.ts';
import { describeShortly, signOf } from '../compare/tile-words.ts';
import { drawingWidth } from './picture.ts';
import { breakName, writeText } from './svg-text.ts';

/** Squares beside and below each other, and what is between them, in pixels. */
const grid = { columns: 7, rows: 7, gap: 4, height: 78 };

/** How a square is filled, and what is written on it. */
const fills: Readonly<Record<ComparisonOutcome, readonly [fill: string, text: string]>> = {
  HIGHER: ['var(--tile-more)', 'var(--text)'],
  WORSE: ['var(--tile-more)', 'var(--text)'],
  LOWER: ['var(--tile-less)', 'var(--panel)'],
  BETTER: ['var(--tile-less)', 'var(--panel)'],
  SIMILAR: ['var(--tile-alike)', 'var(--text)'],
  NOT_COMPARED: ['none', 'var(--text)'],
};

/** The boroughs as squares where they lie, each with its figure and how it stands to London, as SVG. */
export function drawTiles({ all, period }: ComparedBoroughs): string {
  const width = (drawingWidth - grid.gap * (grid.columns - 1)) / grid.columns;
  const height = grid.rows * (grid.height + grid.gap) - grid.gap;
  const drawn = all.map((each) => {
    const [x, y] = [(each.borough.column - 1) * (width + grid.gap), (each.borough.row - 1) * (grid.height + grid.gap)];
    return `<g transform="translate(${x.toFixed(1)} ${y})">${drawTile(each, { width, period })}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${drawingWidth}" height="${height}" viewBox="0 0 ${drawingWidth} ${height}">${drawn.join('')}</svg>`;
}

function drawTile(compared: ComparedBorough, { width, period }: { readonly width: number; readonly period: string }) {
  const { borough, latest, outcome, difference, series } = compared;
  const [fill, colour] = fills[outcome];
  const newest = latest ?? series?.observations.at(-1);
  const edge = outcome === 'NOT_COMPARED' ? 'stroke="var(--quiet)" stroke-dasharray="4 3"' : '';
  const figure = newest == null ? 'no figure' : signOf(outcome, difference) + describeShortly(newest);
  const names = breakName(borough.name, width / 7);
  const other = latest !== null && latest.period.label !== period ? latest.period.label : null;
  const lines = [
    ...names.map((text) => ({ text, size: 10.5, weight: 400, above: 0 })),
    { text: figure, size: 13, weight: 700, above: 3 },
    ...(other === null ? [] : [{ text: other, size: 9, weight: 400, above: 0 }]),
  ];
  let y = (grid.height - lines.length * 13) / 2 - 3;
  const texts = lines.map(({ text, above, ...how }) => {
    y += 13 + above;
    return writeText(text, { x: width / 2, y, ...how, anchor: 'middle', colour });
  });
  return `<rect x="0.5" y="0.5" width="${(width - 1).toFixed(1)}" height="${grid.height - 1}" rx="3" fill="${fill}" ${edge}/>${texts.join('')}`;
}
