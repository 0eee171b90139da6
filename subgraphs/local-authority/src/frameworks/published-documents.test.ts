import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { describe, expect, it } from 'vitest';
import { frameworks } from './frameworks.ts';

const inventoryPath = publishedFile('../sources/inventory.md');

/** How the names of the extracts begin, by how the titles of the documents do. */
const extracts: readonly (readonly [title: string, prefix: string])[] = [
  ['Draft Police and Crime Plan', '002_'],
  ['Business Plan', '001_'],
  ['Letter of the Deputy Mayor', '003_'],
];
const prefixOf = (title: string) =>
  extracts.find(([start]) => title.startsWith(start))?.[1] ?? (title.includes('PCD 168') ? '000_' : '004_');

const linesOfExtract = new Map<string, readonly string[]>();
function extract(prefix: string): readonly string[] {
  const known = linesOfExtract.get(prefix);
  if (known !== undefined) return known;
  const folder = dirname(inventoryPath ?? '');
  const name = readdirSync(folder).find((file) => file.startsWith(prefix)) ?? '';
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  linesOfExtract.set(prefix, lines);
  return lines;
}

/** The lines that a source cites, in its order. */
function citedLines(source: string): readonly string[] {
  return source.split(/(?<= of the text extract); /).flatMap((place) => {
    const [, title = '', places = ''] = /^(.*), lines? (.*) of the text extract$/.exec(place) ?? [];
    const lines = extract(prefixOf(title));
    return places.split(', ').flatMap((range) => {
      const [first = '', last = first] = range.split('-');
      return lines.slice(Number(first) - 1, Number(last));
    });
  });
}

/** Letters and digits alone: extracts break words at hyphens and lose quotation marks. */
const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9£]/g, '');

/** True where each stretch of the words stands in the cited lines, across the columns of a table or in the first alone. */
function isQuoted(text: string, source: string): boolean {
  const lines = citedLines(source);
  const whole = plain(lines.join(' '));
  const firstCells = plain(lines.map((line) => line.split('\t')[0]).join(' '));
  return text.split('…').every((stretch) => [whole, firstCells].some((cited) => cited.includes(plain(stretch))));
}

/** The cells of the tables of one section, without their headings. */
function rowsOf(section: string): readonly (readonly string[])[] {
  const inventory = readFileSync(inventoryPath ?? '', 'utf8');
  const [, body = ''] = inventory.split(`\n### ${section} `);
  const rows = (body.split('\n### ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => row.split(' | ').map((cell) => cell.replaceAll(/^\| | \|$|`/g, '').trim()));
}

const polarities: Readonly<Record<string, string | null>> = {
  up: 'HIGH_IS_GOOD',
  down: 'LOW_IS_GOOD',
  gap: 'SMALLER_GAP_IS_GOOD',
  volume: 'REPORTING_VOLUME',
  milestone: null,
  context: null,
};
const polarityOf = (cell = '') => polarities[/^\w+/.exec(cell)?.[0] ?? ''];

/** What the inventory says of each measure that it words itself: 2.1 to 2.5. */
const worded = (section: string) =>
  rowsOf(section).map(([id, , , theme, , , polarity]) => ({ id, theme, polarity: polarityOf(polarity) }));

const quarters: Readonly<Record<string, string>> = {
  Q1: '2017-06-30',
  Q2: '2017-09-30',
  Q3: '2017-12-31',
  Q4: '2018-03-31',
};

const measuresOf = (id: string) => frameworks.find((framework) => framework.id === id)?.measures ?? [];
const ofPolarity = (id: string) => measuresOf(id).map((measure) => ({ ...pick(measure), polarity: measure.polarity }));
const pick = ({ id, theme }: { readonly id: string; readonly theme: string }) => ({ id, theme });

describe.skipIf(inventoryPath === null)('beside the documents, where they are at hand', () => {
  it.each([
    ['2.1', 'police-and-crime-plan-2013-16'],
    ['2.2', 'police-and-crime-plan-2017-21'],
    ['2.5', 'police-and-crime-plan-2022-25'],
  ])('section %s of the inventory is %s', (section, id) => {
    expect(ofPolarity(id)).toEqual(worded(section));
  });

  it('sections 2.3 and 2.6 are the business plan', () => {
    const measures = measuresOf('met-business-plan-2017-18');
    expect(ofPolarity('met-business-plan-2017-18').slice(0, 20)).toEqual(worded('2.3'));
    expect(measures.slice(20).map(({ id, theme, lead, due }) => ({ id, theme, lead, due }))).toEqual(
      rowsOf('2.6').map(([id, , , theme, lead, , quarter = '']) => ({ id, theme, lead, due: quarters[quarter] })),
    );
  });

  it('sections 2.4 and 2.7 are the commitments', () => {
    const standards = worded('2.4');
    const lists = rowsOf('2.7')
      .filter(([block]) => block !== '**Total**')
      .flatMap(([theme = '', lines = '', count]) => {
        const [, first = ''] = /^000:(\d+)/.exec(lines) ?? [];
        return Array.from({ length: Number(count) }, (_, index) => ({ id: `commitment-${first}-${index + 1}`, theme }));
      });
    expect(ofPolarity('commitments-2017-21').slice(0, standards.length)).toEqual(standards);
    expect(measuresOf('commitments-2017-21').slice(standards.length).map(pick)).toEqual(lists);
  });

  it('section 2.8 is the recommendations of both years', () => {
    const ids = ['2017', '2022'].flatMap((year) => measuresOf(`committee-recommendations-${year}`).map(({ id }) => id));
    expect(ids).toEqual(
      rowsOf('2.8').map(([year = '', number = '']) => `recommendation-${year}-${number.replace(' and ', '-')}`),
    );
  });

  it('every wording, baseline and target is quoted from the lines that it cites', () => {
    const misquoted = frameworks
      .flatMap(({ measures }) => measures)
      .flatMap(({ id, wording, source, baselines, targets }) =>
        [{ text: wording, source }, ...baselines, ...targets].map((statement) => ({ id, ...statement })),
      )
      .filter(({ text, source }) => !isQuoted(text, source));
    expect(misquoted).toEqual([]);
  });
});
