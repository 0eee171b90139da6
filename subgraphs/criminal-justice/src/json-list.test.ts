import { describe, expect, it } from 'vitest';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { tabulateJsonList } from './json-list.ts';

const tabulate = (text: string) => tabulateJsonList(sourceFile('list.json', new TextEncoder().encode(text)));

describe('a list of JSON objects as a table', () => {
  it('has a column for each key, empty where an object lacks it, with the line on which each object begins', () => {
    expect(
      tabulate(
        '[\n {"name": "a[{", "lat": "51"},\n {\n  "name": "b",\n  "list": [{"x": 1},\n   {}]\n }, {"lat": null}\n]\n',
      ),
    ).toEqual({
      headings: ['name', 'lat', 'list'],
      rows: [
        { line: 2, cells: ['a[{', '51', ''] },
        { line: 3, cells: ['b', '', '[{"x":1},{}]'] },
        { line: 7, cells: ['', '', ''] },
      ],
    });
  });

  it('is empty for an empty list', () => {
    expect(tabulate('[]')).toEqual({ headings: [], rows: [] });
  });
});
