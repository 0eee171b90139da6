import { describe, expect, it } from 'vitest';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './use-of-force.ts';

const headings =
  'Police Force,Type of force,Tactic,White,Black (or Black British),Asian (or Asian British),Mixed,Other,Not reported,Number of times tactic reported';
const name = 'use-of-force-2019-20.csv';
const file = (...rows: readonly string[]) => ({ dataset, name, text: [headings, ...rows, ''].join('\n') });

describe('the table of tactics of force', () => {
  it('counts each tactic in all and by perceived ethnicity, of the forces of London and of the country', () => {
    const result = readText(
      file(
        'Metropolitan,Restraint,"Handcuffing, of which",5.0,4.0,0.0,1.0,0.0,2.0,12.0',
        'Avon & Somerset,Restraint,"Handcuffing, of which",5.0,,,,,,5.0',
        'Total England and Wales,Restraint,*Total Restraint,50.0,40.0,10.0,0.0,0.0,0.0,100.0',
      ),
    );
    const cells = cellsOf(result.draft);
    expect(cells['use-of-force-tactics E23000001 tactic=handcuffing']).toBe('FY2019-20 12');
    expect(cells['use-of-force-tactics E23000001 ethnicity=black;tactic=handcuffing']).toBe('FY2019-20 4');
    expect(cells['use-of-force-tactics K04000001 tactic=restraint']).toBe('FY2019-20 100');
    // Two rows with a total and six ethnicities each; nothing is added up over tactics.
    expect(Object.keys(cells)).toHaveLength(14);
    expect(outcomeOf(result)).toMatchObject({ leftOut: { 'a force outside London': 1 }, rejected: [] });
  });

  it.each([
    ['a total that its ethnicities do not add up to', 'Metropolitan,Restraint,Shield,1,1,0,0,0,0,3', '3'],
    ['an unknown tactic', 'Metropolitan,Restraint,Lasso,1,1,0,0,0,0,2', 'Lasso'],
    ['a part of a tactic', 'Metropolitan,Restraint,Shield,1.5,1,0,0,0,0,2.5', '2.5'],
  ])('refuses %s', (_what, row, found) => {
    expect(outcomeOf(readText(file(row)))).toMatchObject({ rejected: [expect.stringContaining(found)] });
  });

  it('is refused under a name that does not say one financial year', () => {
    expect(refusalOf({ ...file('x,y,Shield,1,1,0,0,0,0,2'), name: 'use-of-force.csv' })).toContain(
      'does not name one financial year',
    );
  });
});

const path = 'policing/home-office-use-of-force-by-ethnicity-2019-20.csv';
describe.skipIf(publishedFile(path) === null)('the published table', () => {
  it('has 38 tactics of two forces and of the country', async () => {
    const { draft, rejected, rowsLoaded } = await readPublished(dataset, path);
    expect([rejected, rowsLoaded]).toEqual([[], 3 * 38]);
    expect(cellsOf(draft)['use-of-force-tactics E23000001 tactic=all']).toBe('FY2019-20 205135');
    expect(cellsOf(draft)['use-of-force-tactics E23000034 tactic=all']).toBe('FY2019-20 3698');
  });
});
