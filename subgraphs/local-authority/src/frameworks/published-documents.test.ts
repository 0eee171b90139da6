import { readFileSync } from 'node:fs';
import { inventoryPath, isQuoted } from '@boroughgraph/test/support/plan-documents.ts';
import { describe, expect, it } from 'vitest';
import { frameworks } from './frameworks.ts';

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
