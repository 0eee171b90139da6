import { outcomeOf, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { describe, expect, it } from 'vitest';
import { dataset } from './local-priorities.ts';

const headings = 'borough,title,offence,valid_from,valid_to,rationale,source';
const read = (...rows: readonly string[]) => readText({ dataset, text: [headings, ...rows, ''].join('\n') });
const rejected = (...rows: readonly string[]) =>
  read(...rows).rejected.map(({ line, column, expected }) => `line ${line}, ${column ?? ''}: ${expected}`);

/** What a row says nothing of. */
const unsaid = {
  meaning: null,
  consulted: null,
  evidence: null,
  wardInput: 'UNKNOWN',
  wardInputNote: null,
  source: 'Council minutes',
};
const burglary = 'Hackney,Burglary,burglary,2017-04-01,2018-03-31,Most asked for,Council minutes';
const robbery = 'Hackney,Robbery,robbery,2017-04-01,,,Council minutes';

describe('the list of local priorities', () => {
  it('gives for each borough all that it chose, by first day', () => {
    const { draft } = read(robbery, burglary, 'E09000003,Common assault,,1 May 2018,,,Council minutes');
    expect([...draft.facts.values()]).toEqual([
      {
        kind: 'local-priorities',
        key: 'E09000012',
        body: {
          priorities: [
            {
              title: 'Robbery',
              offences: ['robbery'],
              validFrom: '2017-04-01',
              validTo: null,
              rationale: null,
              ...unsaid,
            },
            {
              title: 'Burglary',
              offences: ['burglary'],
              validFrom: '2017-04-01',
              validTo: '2018-03-31',
              rationale: 'Most asked for',
              ...unsaid,
            },
          ],
        },
      },
      {
        kind: 'local-priorities',
        key: 'E09000003',
        body: {
          priorities: [
            {
              title: 'Common assault',
              offences: [],
              validFrom: '2018-05-01',
              validTo: null,
              rationale: null,
              ...unsaid,
            },
          ],
        },
      },
    ]);
    expect(draft.notices).toEqual(['Barnet has one chosen crime alone on 2018-05-01: every borough chose two']);
  });

  it('says what the borough means by a crime, who was asked, on what it rests and what became of priorities of wards', () => {
    const { draft } = readText({
      dataset,
      text: [
        'borough,title,offence,valid_from,meaning,consulted,evidence,ward_input,ward_input_note,source',
        'Hackney,Theft,robbery; theft-from-the-person,2018-04-01,"Robbery, snatch and person",Ward panels; The board,Crime map,taken up,Three wards named it,Minutes',
        '',
      ].join('\n'),
    });
    const [fact] = [...draft.facts.values()];
    expect(fact?.body).toMatchObject({
      priorities: [
        {
          offences: ['robbery', 'theft-from-the-person'],
          meaning: 'Robbery, snatch and person',
          consulted: ['Ward panels', 'The board'],
          evidence: 'Crime map',
          wardInput: 'TAKEN_UP',
          wardInputNote: 'Three wards named it',
        },
      ],
    });
  });

  it.each([
    ['an unknown offence among several', 'robbery;snatch,,', 'offence: arson-and-criminal-damage, burglary, '],
    ['priorities of wards without how', 'robbery,taken up,', 'how the priorities of wards were taken up, or why not'],
    ['another word about them', 'robbery,perhaps,Minutes', 'ward_input: '],
  ])('rejects %s', (_what, cells, problem) => {
    const text = `borough,title,offence,ward_input,ward_input_note,valid_from,source\nHackney,Theft,${cells},2018-04-01,Minutes\n`;
    const { rejected: rows } = readText({ dataset, text });
    expect(rows.map(({ column, expected }) => `${column ?? ''}: ${expected}`)).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it('has two crimes on a day at most: another may follow the one that ends', () => {
    const theft = (from: string) => `Hackney,Theft,theft,${from},,,Council minutes`;
    expect(rejected(burglary, robbery, theft('2018-04-01'))).toEqual([]);
    expect(rejected(burglary, robbery, theft('2018-03-31'))).toEqual([
      'line 4, title: at most two chosen crimes on a day: Burglary and Robbery stand on some of these',
    ]);
    // The day of the third is that of the one that begins last, wherever it stands in the file.
    expect(rejected(theft('2016-04-01'), burglary, robbery)).toEqual([
      'line 4, title: at most two chosen crimes on a day: Theft and Burglary stand on some of these',
    ]);
  });

  it.each([
    ['a place that is no borough', burglary.replace('Hackney', 'London'), 'borough: the name of borough'],
    ['the City of London', burglary.replace('Hackney', 'City of London'), 'borough: one of the 32 boroughs'],
    ['no title', burglary.replace('Burglary', ''), 'title: what was chosen, such as Burglary'],
    ['what every borough has', burglary.replace('Burglary', 'Hate Crime'), 'title: a crime that the borough chose'],
    ['an unknown offence', burglary.replace(',burglary', ',burglaries'), 'offence: one of the 20 that are known here'],
    ['no first day', burglary.replace('2017-04-01', ''), 'valid_from: a day such as 2017-04-01'],
    ['a last day before the first', burglary.replace('2018-03-31', '2017-03-31'), 'valid_to: a day from 2017-04-01'],
    ['a last day that is none', burglary.replace('2018-03-31', '2018'), 'valid_to: a day such as 2017-04-01, or'],
    ['no source', burglary.replace('Council minutes', ''), 'source: who says so'],
  ])('rejects %s', (_what, row, problem) => {
    expect(rejected(row)).toEqual([expect.stringContaining(`line 2, ${problem}`)]);
  });

  it('rejects a crime that is there already for some of the days', () => {
    expect(rejected(burglary, burglary.replace('2017-04-01', '2018-03-01'))).toEqual([
      'line 3, title: each crime once for the same days',
    ]);
  });

  it('refuses a list of another form', () => {
    expect(refusalOf({ dataset, text: 'borough,priority\nHackney,Burglary\n' })).toContain(
      'not the list of local priorities',
    );
  });

  it('has a sample that it reads: two crimes for each of the 32 boroughs on every day, each marked in its source', () => {
    const { draft, ...read } = readText({ dataset, text: dataset.sample ?? '' });
    expect(outcomeOf({ draft, ...read })).toMatchObject({ rowsRead: 128, rowsLoaded: 128, rejected: [] });
    expect([draft.facts.size, draft.notices]).toEqual([32, []]);
    expect([...draft.facts.values()].filter(({ body }) => !JSON.stringify(body).includes('SYNTHETIC'))).toEqual([]);
  });
});
