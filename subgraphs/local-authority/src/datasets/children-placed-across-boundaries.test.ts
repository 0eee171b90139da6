import { describe, expect, it } from 'vitest';
import { educationRow, educationText } from '@boroughgraph/test/support/education-text.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { cellsOf, outcomeOf, readPublished, readText } from '@boroughgraph/test/support/read-text.ts';
import { dataset } from './children-placed-across-boundaries.ts';

const read = (...rows: readonly string[]) =>
  readText({ dataset, text: educationText('characteristic,number', ...rows) });
const placedIn = '1. Children who are the responsibility of other LAs placed within this LA boundary';
const placedOutside = '2. Children who are the responsibility of this LA placed outside the LA boundary';
const netGain = 'Net gain of children by responsible LA';

describe('looked-after children placed in and out of boroughs', () => {
  it('are counted by where they live and by who is responsible, with a difference that may be negative', () => {
    const { draft } = read(
      educationRow('Hackney', 2024, placedIn, 90),
      educationRow('Hackney', 2024, placedOutside, 280),
      educationRow('Hackney', 2024, netGain, -190),
      educationRow('London', 2024, netGain, -640),
      educationRow('City of London', 2024, netGain, 'c'),
    );
    expect(cellsOf(draft)).toEqual({
      'children-placed-in-borough E09000012 responsible=another-authority': 'S2024-03-31 90',
      'children-placed-outside-borough E09000012': 'S2024-03-31 280',
      'net-gain-of-placed-children E09000012': 'S2024-03-31 -190',
      'net-gain-of-placed-children E12000007': 'S2024-03-31 -640 ROUNDED',
      'net-gain-of-placed-children E09000001': 'S2024-03-31 CONFIDENTIAL',
    });
  });

  it.each([
    ['a negative count', placedIn, '-3'],
    ['a difference with decimals', netGain, '1.5'],
    ['another text', '3. Children who moved', '3'],
  ])('are rejected with %s', (_what, characteristic, number) => {
    expect(read(educationRow('Hackney', 2024, characteristic, number)).rejected).toHaveLength(1);
  });
});

const path = 'local-authority/la_cla_on_31_march_la_of_placement_netgain-2024-release.csv';

describe.skipIf(publishedFile(path) === null)('the published table of November 2024', () => {
  it('has five years of 33 boroughs and four wider areas', async () => {
    const read = await readPublished(dataset, path);
    expect(outcomeOf(read)).toEqual({
      rowsRead: 2_505,
      rowsLoaded: 555,
      leftOut: { 'outside London': 1_950 },
      keptOutside: {},
      rejected: [],
    });
    const cells = cellsOf(read.draft);
    expect(cells['children-placed-in-borough E09000008 responsible=another-authority']).toContain('S2024-03-31 767');
    expect(cells['net-gain-of-placed-children E09000033']).toContain('S2023-03-31 -139');
  });
});
