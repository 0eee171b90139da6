import { readText } from '@boroughgraph/test/support/read-text.ts';
import { describe, expect, it } from 'vitest';
import { dataset } from './commitment-progress.ts';

const headings = 'measure,on,progress,reported_by,partners,note,source';
const read = (...rows: readonly string[]) => readText({ dataset, text: [headings, ...rows, ''].join('\n') });
const rejected = (...rows: readonly string[]) =>
  read(...rows).rejected.map(({ line, column, expected }) => `line ${line}, ${column ?? ''}: ${expected}`);

const behind = 'ms-26,2017-09-30,BEHIND,Oversight Board,Boroughs; MPS,Recruitment is slow,Minutes of 3 October 2017';
const done = 'ms-26,2017-12-31,DONE,Oversight Board,,,Minutes of 9 January 2018';

describe('the list of progress', () => {
  it('gives for each measure all that was reported of it, oldest first', () => {
    expect([...read(done, behind).draft.facts.values()]).toEqual([
      {
        kind: 'commitment-progress',
        key: 'ms-26',
        body: {
          reports: [
            {
              on: '2017-09-30',
              state: 'BEHIND',
              by: 'Oversight Board',
              partners: ['Boroughs', 'MPS'],
              note: 'Recruitment is slow',
              source: 'Minutes of 3 October 2017',
            },
            {
              on: '2017-12-31',
              state: 'DONE',
              by: 'Oversight Board',
              partners: [],
              note: null,
              source: 'Minutes of 9 January 2018',
            },
          ],
        },
      },
    ]);
  });

  it.each([
    [
      'a measure of no framework',
      behind.replace('ms-26', 'ms-266'),
      'measure: the id of a measure of a framework, such as ms-26',
    ],
    ['no day', behind.replace('2017-09-30', 'autumn'), 'on: a day such as 2017-09-30'],
    ['a state that there is not', behind.replace('BEHIND', 'LATE'), 'progress: '],
    ['nobody who says so', behind.replace('Oversight Board', ''), 'reported_by: who says so'],
    ['no source', behind.replace('Minutes of 3 October 2017', ''), 'source: where it is said'],
  ])('rejects %s', (_what, row, problem) => {
    expect(rejected(row)).toEqual([expect.stringContaining(`line 2, ${problem}`)]);
  });

  it('rejects two reports of one day', () => {
    expect(rejected(behind, behind)).toEqual(['line 3, on: each day once for a measure']);
  });
});
