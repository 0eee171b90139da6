import { readPoints, readTable } from './answer-table.js';
import { make } from './make.js';

/** An answer as a table, and as a line where it is a series: for people who would rather see it than read JSON. */
export function showAnswer(data) {
  const table = data == null ? null : readTable(data);
  if (table === null)
    return make(
      'p',
      {},
      'Run an operation that has a list: its rows are shown here, and as a line where they are a series.',
    );
  const points = readPoints(table);
  return make(
    'div',
    {},
    make('p', {}, `${table.rows.length.toLocaleString('en-GB')} rows of ${table.path.replaceAll(/\.\d+/g, '')}`),
    points === null ? '' : drawLine(points),
    drawTable(table),
  );
}

/** So many rows are shown; a download has all. */
const shownRows = 200;

function drawTable({ columns, rows }) {
  const isFigure = (column) => rows.some((row) => typeof row[column] === 'number');
  const kind = (column) => (isFigure(column) ? { class: 'figure' } : {});
  const head = make('tr', {}, ...columns.map((each) => make('th', { scope: 'col', ...kind(each) }, each)));
  const body = rows
    .slice(0, shownRows)
    .map((row) => make('tr', {}, ...columns.map((each) => make('td', kind(each), write(row[each])))));
  const note = rows.length > shownRows ? [make('p', {}, `The first ${shownRows} rows. A download has all.`)] : [];
  return make('div', {}, make('table', {}, make('thead', {}, head), make('tbody', {}, ...body)), ...note);
}

function write(value) {
  return value === null || value === undefined ? '' : String(value);
}

const size = { width: 640, height: 180, left: 60, bottom: 24 };

/** A line from nought on, interrupted where there is no figure. The table beside it says the same. */
function drawLine(points) {
  const values = points.flatMap(({ value }) => value ?? []);
  const [lowest, highest] = [Math.min(0, ...values), Math.max(0, ...values) || 1];
  const across = (index) => size.left + ((size.width - size.left - 10) * index) / Math.max(1, points.length - 1);
  const up = (value) => 10 + ((size.height - size.bottom - 10) * (highest - value)) / (highest - lowest);
  const path = points
    .map(({ value }, index) =>
      value === null
        ? ''
        : `${points[index - 1]?.value == null ? 'M' : 'L'}${across(index).toFixed(1)} ${up(value).toFixed(1)}h0.01`,
    )
    .join('');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', 'The values as a line; the table after it says the same');
  svg.append(
    draw('path', { d: `M${size.left} ${up(0)}H${size.width}`, class: 'axis' }),
    draw('path', { d: path, class: 'line' }),
    draw('text', { x: size.left - 6, y: up(highest) + 5, 'text-anchor': 'end' }, highest.toLocaleString('en-GB')),
    draw('text', { x: size.left - 6, y: up(0) + 5, 'text-anchor': 'end' }, '0'),
    draw('text', { x: size.left, y: size.height - 4 }, points[0]?.label ?? ''),
    draw('text', { x: size.width, y: size.height - 4, 'text-anchor': 'end' }, points.at(-1)?.label ?? ''),
  );
  return svg;
}

function draw(name, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
