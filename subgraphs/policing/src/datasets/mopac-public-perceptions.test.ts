import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { surveyQuestions } from '../survey-questions.ts';
import { dataset } from './mopac-public-perceptions.ts';

const gangs = 'Are gangs a problem in this area?';
const dark = 'How safe do you feel walking alone in this area after dark?';
const headings = `\uFEFFNeighbourhood,Code,Group,${gangs},${dark},Total Notifiable Offences rate\r\n,,,% Not a problem or dont know,% Safe,\r\n`;

const defaultName = '2016-police-perceptions.csv';
const file = (rows: readonly string[], name = defaultName) => ({
  dataset,
  name,
  text: headings + rows.map((row) => `${row}\r\n`).join(''),
});
const read = (...rows: readonly string[]) => readText(file(rows));

describe('the table of public perceptions', () => {
  it('has a series for each neighbourhood and question, in the year of its name', () => {
    const { draft } = read('Hackney - Homerton,GD-GV,Group 1,71,0,N/A');
    expect(cellsOf(draft)).toEqual({
      'public-perception police-neighbourhood:hackney/homerton question=are-gangs-a-problem-in-this-area': 'CY2016 71',
      'public-perception police-neighbourhood:hackney/homerton question=how-safe-do-you-feel-walking-alone-in-this-area-after-dark':
        'CY2016 0',
      'public-perception police-neighbourhood:hackney/homerton question=total-notifiable-offences-rate':
        'CY2016 NOT_AVAILABLE',
    });
  });

  it('names the neighbourhoods without a row', () => {
    const [notice = '', ...others] = read('Hackney - Homerton,GD-GV,Group 1,71,70,N/A').draft.notices;
    expect(others).toEqual([]);
    expect(notice).toMatch(/^no row for Barking and Dagenham - Barking, /);
    expect(notice.split(', ')).toHaveLength(105);
  });

  it('finds a neighbourhood in any spelling of its borough', () => {
    const { draft, rejected } = read(
      'ROYAL BOROUGH OF KENSINGTON & CHELSEA - NOTTING HILL,BS-BA,Group 1,1,1,N/A',
      'Ealing - Greenford / Northolt,XB-XG,Group 1,1,1,N/A',
    );
    expect(rejected).toEqual([]);
    expect([...new Set([...draft.series.values()].map(({ place }) => place))]).toEqual([
      'police-neighbourhood:kensington-and-chelsea/notting-hill',
      'police-neighbourhood:ealing/greenford-northolt',
    ]);
  });

  it('rejects what it cannot place or count, with the line and the column', () => {
    const result = read(
      'Hackney - Hamerton,GD-GV,Group 1,1,1,N/A',
      'Hackney,GD-GV,Group 1,1,1,N/A',
      'Hackney - Homerton,GD-GV,Group 1,101,1,N/A',
      'Hackney - Homerton,GD-GV,Group 1,1,-1,N/A',
      'Hackney - Homerton,GD-GV,Group 1,1,0.71,N/A',
      'Hackney - Homerton,GD-GV,Group 1,1,,N/A',
      'Hackney - Homerton,GD-GV,Group 1,1,many,N/A',
      'Hackney - Homerton,GD-GV,Group 1,1,1,83.4',
      'Hackney - Homerton,GD-GV,Group 1,1,1,N/A',
      'Hackney - Homerton,GD-GV,Group 1,1,1,N/A',
    );
    expect(outcomeOf(result)).toMatchObject({
      rowsLoaded: 1,
      rejected: [
        'line 3, Neighbourhood: Hackney - Hamerton',
        'line 4, Neighbourhood: Hackney',
        `line 5, ${gangs} | % Not a problem or dont know: 101`,
        `line 6, ${dark} | % Safe: -1`,
        `line 7, ${dark} | % Safe: 0.71`,
        `line 8, ${dark} | % Safe: `,
        `line 9, ${dark} | % Safe: many`,
        'line 10, Total Notifiable Offences rate: 83.4',
        'line 12, whole row: police-neighbourhood:hackney/homerton, are-gangs-a-problem-in-this-area',
      ],
    });
    expect(result.rejected[0]?.candidates).toContain('Hackney - Homerton');
  });

  it('refuses an unknown question, and a known one with other answers counted or none', () => {
    const withHeading = (first: string, second: string) =>
      refusalOf({ ...file([]), text: `Neighbourhood,"${first}"\n,${second}\nHackney - Homerton,5\n` });
    expect(withHeading('Do you trust the police?', '% Yes')).toContain(
      'its column "Do you trust the police? | % Yes" is unknown (expected a question of the Public Attitude Survey',
    );
    expect(withHeading(gangs, '% A problem')).toContain('is unknown');
    expect(withHeading(gangs, '')).toContain('is unknown');
    expect(withHeading(gangs.toUpperCase(), '"% Not a problem, or don\u2019t know"')).toBeNull();
  });

  it.each(['perceptions.csv', '2015-and-2016-perceptions.csv', '2016-17-perceptions.csv', 'perceptions_2016_17.csv'])(
    'refuses a file named %s: the year stands nowhere else',
    (name) => {
      expect(refusalOf(file(['Hackney - Homerton,GD-GV,Group 1,1,1,N/A'], name))).toBe(
        `${name} does not name one calendar year, which stands nowhere else: expected a name such as 2016-police-perceptions.csv`,
      );
    },
  );

  it('takes another year from its name', () => {
    const { draft } = readText(file(['Hackney - Homerton,GD-GV,Group 1,1,1,N/A'], 'perceptions of 2015.csv'));
    expect(Object.values(cellsOf(draft))).toEqual(['CY2015 1', 'CY2015 1', 'CY2015 NOT_AVAILABLE']);
  });
});

it('has ids that are the words of the questions alone, and labels that say which answers count', () => {
  expect(surveyQuestions.choices).toHaveLength(19);
  expect(surveyQuestions.choices[10]).toEqual({
    value: 'are-gangs-a-problem-in-this-area',
    label: 'Are gangs a problem in this area? (% Not a problem or dont know)',
  });
});

const path = 'policing/2016-police-perceptions.csv';

describe.skipIf(publishedFile(path) === null)('the published file of 2016', () => {
  it('has 106 neighbourhoods, 18 answered questions and a column that nobody filled', async () => {
    const { draft, ...counts } = await readPublished(dataset, path);
    expect(outcomeOf({ draft, ...counts })).toEqual({
      rowsRead: 106,
      rowsLoaded: 106,
      leftOut: {},
      keptOutside: {},
      rejected: [],
    });
    expect(draft.notices).toEqual([]);
    const cells = Object.values(cellsOf(draft));
    expect([cells.length, cells.filter((cell) => cell === 'CY2016 NOT_AVAILABLE').length]).toEqual([106 * 19, 106]);
    const key =
      'public-perception police-neighbourhood:barking-and-dagenham/barking question=are-gangs-a-problem-in-this-area';
    expect(cellsOf(draft)[key]).toBe('CY2016 81');
  });
});
