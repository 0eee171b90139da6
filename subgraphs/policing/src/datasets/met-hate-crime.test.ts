import { describe, expect, it } from 'vitest';
import { areaByCode } from '@boroughgraph/kit/geography/areas.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './met-hate-crime.ts';
import { metropolitanArea, metropolitanBoroughs } from '../force-areas.ts';

const headings = 'Borough,MajorText,MinorText,202006,202007';
const file = (...rows: readonly string[]) => [headings, ...rows, ''].join('\r\n');
const read = (...rows: readonly string[]) => readText({ dataset, text: file(...rows) });
const everyBorough = (kind: string) =>
  metropolitanBoroughs.map((code) => `${areaByCode(code)?.name ?? ''},${kind},1,0`);

describe('the table of other crime', () => {
  it('gives each dataset its own kinds of crime, of boroughs and of the force, airports with it', () => {
    const rows = [
      ...everyBorough('Hate,Transgender Hate'),
      'Aviation Security(SO18),Hate,Transgender Hate,10,20',
      'Hackney,Hate,Domestic Abuse,300,310',
      'Hackney,Special,Knife Crime,30,31',
    ];
    const { draft, ...result } = read(...rows);
    const cells = cellsOf(draft);
    expect(Object.keys(cells)).toHaveLength(33);
    expect(cells['hate-crime E09000012 strand=transgender']).toBe('2020-06 1, 2020-07 0');
    // 32 boroughs with 1 and 0, and airports: 32 + 10 and 0 + 20.
    expect(cells['hate-crime E23000001 strand=transgender']).toBe('2020-06 42, 2020-07 20');
    expect(outcomeOf({ draft, ...result })).toEqual({
      rowsRead: 35,
      rowsLoaded: 32,
      leftOut: { 'another kind of crime than those of this dataset': 2 },
      keptOutside: { 'Aviation Security(SO18): counted for the force, in no borough': 1 },
      rejected: [],
    });
  });

  it('adds no kinds to a total: what has no row of its own has no figure', () => {
    const strands = ['Racist and Religious Hate Crime', 'Faith Hate Crime', 'Anti-Semitic', 'Homophobic Hate Crime'];
    const { draft } = read(...strands.map((strand) => `Hackney,Hate,${strand},5,6`));
    const cells = cellsOf(draft, (series) => series.includes('E09000012'));
    expect(Object.keys(cells).toSorted()).toEqual([
      'hate-crime E09000012 strand=antisemitic',
      'hate-crime E09000012 strand=faith',
      'hate-crime E09000012 strand=racist-and-religious',
      'hate-crime E09000012 strand=sexual-orientation',
    ]);
  });

  it('has no figures of the force of a kind that lacks a borough, and those of the others', () => {
    const { draft } = read(...everyBorough('Hate,Faith Hate Crime'), 'Hackney,Hate,Anti-Semitic,30,31');
    expect(cellsOf(draft, (series) => series.includes(metropolitanArea))).toEqual({
      'hate-crime E23000001 strand=faith': '2020-06 32, 2020-07 0',
      'hate-crime E23000001 strand=antisemitic': '2020-06 NOT_AVAILABLE, 2020-07 NOT_AVAILABLE',
    });
    expect(draft.notices).toEqual([
      'hate-crime of Metropolitan Police is not worked out: it would rest on 1 of 32 boroughs of the force, and all are needed',
    ]);
  });

  it('leaves the force without a figure of a kind of which airports alone have a row, and says so', () => {
    const { draft, rejected } = read(
      ...everyBorough('Hate,Faith Hate Crime'),
      'Aviation Security(SO18),Hate,Anti-Semitic,3,4',
    );
    expect(cellsOf(draft, (series) => series.includes(metropolitanArea))).toEqual({
      'hate-crime E23000001 strand=faith': '2020-06 32, 2020-07 0',
      'hate-crime E23000001 strand=antisemitic': '2020-06 NOT_AVAILABLE, 2020-07 NOT_AVAILABLE',
    });
    expect([rejected, draft.notices]).toEqual([
      [],
      ['no borough has a row of Anti-Semitic: the force has no figure of it'],
    ]);
  });

  it.each([
    ['a kind that it is not known to have', 'Hackney,Hate,Misogynist Hate Crime,1,2', 'Misogynist Hate Crime'],
    ['the City of London, which another force polices', 'City of London,Hate,Anti-Semitic,1,2', 'City of London'],
    ['a figure that is no count', 'Hackney,Hate,Anti-Semitic,-,2', '-'],
  ])('refuses %s', (_what, row, found) => {
    expect(read(row).rejected).toEqual([expect.objectContaining({ line: 2, found })]);
  });

  it('refuses a second row of one kind in one place, of airports too, which would be added twice', () => {
    const airports = 'Aviation Security(SO18),Hate,Anti-Semitic,1,2';
    expect(read(...everyBorough('Hate,Anti-Semitic'), airports, airports).rejected).toHaveLength(1);
  });

  it('is refused as a table of recorded crime', () => {
    const text = 'Borough,MajorText,MinorText,Year\nHackney,Hate,Anti-Semitic,2\n';
    expect(refusalOf({ dataset, text })).toContain('its column "Year" is unknown');
  });
});

const path = 'policing/mps-other-crime-borough-201004-202105.csv';
describe.skipIf(publishedFile(path) === null)('the published table of other crime', () => {
  it('has 134 months of seven strands, of boroughs and of the force', async () => {
    const { draft, rejected } = await readPublished(dataset, path);
    const cells = cellsOf(draft);
    const monthsOf = (series: string) => (cells[series] ?? '').split(', ');
    expect([rejected, draft.series.size]).toEqual([[], 231]);
    expect(monthsOf('hate-crime E09000003 strand=antisemitic').at(-1)).toBe('2021-05 48');
    expect(monthsOf('hate-crime E09000021 strand=disability')).toContain('2015-01 0');
  });
});
