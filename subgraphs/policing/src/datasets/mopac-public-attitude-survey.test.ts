import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './mopac-public-attitude-survey.ts';

const read = (...rows: readonly string[]) =>
  readText({ dataset, text: ['Date;Survey;Borough;Measure;Proportion;MPS', ...rows, ''].join('\r\n') });

describe('a sheet of the Trust and confidence dashboard', () => {
  it('reads shares with decimal commas as percent, of the twelve months that end with the quarter', () => {
    const { draft } = read(
      '31/12/2023;PAS;Hackney;"""Good Job"" local";0,42;0,48',
      '31/03/2022;PAS;City of Westminster;Trust MPS;0,8;0,62',
      '30/06/2019;PAS;Richmond Upon Thames;Listen to concerns;0,71;0,72',
      '31/12/2023;PAS;MPS;"""Good Job"" local";1;',
    );
    expect(cellsOf(draft)).toEqual({
      'public-confidence E09000012': 'R12-2023-12 42',
      'public-attitude E09000033 question=trusts-the-metropolitan-police': 'R12-2022-03 80',
      'public-attitude E09000027 question=listens-to-concerns': 'R12-2019-06 71',
      'public-confidence E23000001': 'R12-2023-12 100',
    });
  });

  it.each([
    ['a percentage', '31/12/2023;PAS;Hackney;Trust MPS;41;47', '41'],
    ['more than all', '31/12/2023;PAS;Hackney;Trust MPS;1,2;47', '1,2'],
    ['a day within a quarter', '30/11/2023;PAS;Hackney;Trust MPS;0,4;0,5', '30/11/2023'],
    ['an unknown measure', '31/12/2023;PAS;Hackney;Trust in trust;0,4;0,5', 'Trust in trust'],
    ['another survey', '31/12/2023;USS;Hackney;Trust MPS;0,4;0,5', 'USS'],
    ['the City of London, where nobody is asked', '31/12/2023;PAS;City of London;Trust MPS;0,4;0,5', 'City of London'],
  ])('refuses %s', (_what, row, found) => {
    expect(read(row).rejected).toEqual([expect.objectContaining({ line: 2, found })]);
  });

  it('refuses one borough under two spellings in one quarter', () => {
    const result = read(
      '31/12/2023;PAS;Richmond upon Thames;Trust MPS;0,4;0,5',
      '31/12/2023;PAS;Richmond Upon Thames;Trust MPS;0,4;0,5',
    );
    expect(outcomeOf(result)).toMatchObject({ rowsLoaded: 1, rejected: [expect.stringMatching(/^line 3/)] });
  });
});

const [boroughs, force] = ['borough', 'mps'].map((of) => `policing/pas-${of}-quarterly-2014-12-to-2023-12.csv`);
describe.skipIf(publishedFile(boroughs ?? '') === null)('the published sheets', () => {
  it('have 37 quarters of seven measures and 32 of trust, of boroughs and of the force', async () => {
    const [of, ofForce] = await Promise.all([
      readPublished(dataset, boroughs ?? ''),
      readPublished(dataset, force ?? ''),
    ]);
    expect([of.rejected, of.notices, of.draft.series.size]).toEqual([[], [], 32 * 8]);
    expect([ofForce.rejected, ofForce.notices, ofForce.draft.series.size]).toEqual([[], [], 8]);
    // 32 boroughs, seven measures in 37 quarters and trust in 32.
    expect(of.observations).toBe(32 * (7 * 37 + 32));
    expect(cellsOf(of.draft)['public-confidence E09000012']).toMatch(/R12-2023-12 41$/);
    expect(cellsOf(ofForce.draft)['public-confidence E23000001']).toMatch(/R12-2023-12 47$/);
  });
});
