import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readBoundaries } from '@boroughgraph/kit/files/boundaries.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import { readSourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { publishedFile } from '@boroughgraph/test/support/published-files.ts';
import { outcomeOf, readPublished, readText, refusalOf } from '@boroughgraph/test/support/read-text.ts';
import { courtOfFact } from '../court-record.ts';
import { dataset } from './courts.ts';

interface Entry {
  readonly name?: string;
  readonly postcode?: string;
  readonly type?: string;
  readonly county?: string;
  readonly councils?: readonly (readonly [name: string, code: string | null])[];
}

/** One entry of the register; without councils, its areas of law have none. */
const entry = ({
  name = 'Camden County Court',
  postcode = 'NW1 1AA',
  type = 'Visiting',
  county = 'London',
  councils = [],
}: Entry) => ({
  slug: 'any',
  name,
  addresses: [{ type, town: '', county, postcode, address: '1 High Street' }],
  areas_of_law: [
    { name: 'Criminal', local_authorities: [] },
    { name: 'Divorce', local_authorities: councils.map(([council, code]) => ({ name: council, gss_code: code })) },
  ],
});

const read = (...entries: readonly object[]) =>
  readText({ dataset, name: 'courts.json', text: JSON.stringify(entries, null, 1) });
const courtsOf = (draft: ReleaseDraft) => [...draft.facts.values()].map(({ body }) => courtOfFact(body));

describe('the register of courts', () => {
  it('states where a court stands and whom it serves, for which work', () => {
    const { draft } = read(
      entry({
        councils: [
          ['Camden Borough Council', 'E09000007'],
          ['City of London Corporation', 'E09000001'],
          ['Kent County Council', 'E10000016'],
        ],
      }),
    );
    expect(courtsOf(draft)).toEqual([
      {
        id: 'court:camden-county-court',
        name: 'Camden',
        aliases: ['Camden County Court'],
        tier: 'COUNTY',
        region: 'E12000007',
        catchments: [
          { area: 'E09000007', areaOfLaw: 'Divorce' },
          { area: 'E09000001', areaOfLaw: 'Divorce' },
        ],
      },
    ]);
  });

  it('gives a Crown Court the id and the names that the statistics give it', () => {
    const { draft } = read(
      entry({ name: 'Inner London Crown Court' }),
      entry({ name: 'Kingston-upon-Thames  Crown Court' }),
      entry({ name: 'Central Criminal Court' }),
    );
    expect(courtsOf(draft).map(({ id, name, tier }) => [id, name, tier])).toEqual([
      ['court:inner-london-sessions-house-crown-court', 'Inner London Sessions House', 'CROWN'],
      ['court:kingston-upon-thames-crown-court', 'Kingston upon Thames', 'CROWN'],
      ['court:central-criminal-court', 'Central Criminal Court', 'CROWN'],
    ]);
  });

  it('leaves out courts that neither stand in London nor serve a borough', () => {
    const result = read(
      entry({ name: 'Dover County Court', postcode: 'CT16 1AA', county: 'Kent' }),
      entry({ name: 'Hatfield Magistrates’ Court', postcode: 'AL10 9SJ' }),
      entry({ name: 'Post Office County Court', type: 'Postal' }),
      entry({
        name: 'Kent County Court',
        postcode: '',
        county: 'Kent',
        councils: [['Camden Borough Council', 'E09000007']],
      }),
      entry({ name: 'Belmarsh Magistrates’ Court', postcode: '' }),
      entry({ name: 'Wimbledon Magistrates’ Court', postcode: 'SW 19 7JP', county: '' }),
    );
    expect(outcomeOf(result)).toEqual({
      rowsRead: 6,
      rowsLoaded: 3,
      leftOut: { 'no address in London, and no borough among the councils that it serves': 3 },
      keptOutside: {},
      rejected: [],
    });
    expect(courtsOf(result.draft).map(({ name, region }) => [name, region])).toEqual([
      ['Kent', null],
      ['Belmarsh', 'E12000007'],
      ['Wimbledon', 'E12000007'],
    ]);
  });

  it('rejects an entry whose council has another code, with the line on which it begins', () => {
    const result = read(
      entry({ name: 'Bow County Court' }),
      entry({ councils: [['Camden Borough Council', 'E09000008']] }),
      entry({ councils: [['Camden Borough Council', null]] }),
      entry({ councils: [['Kent County Council', 'E09000007']] }),
      { ...entry({}), areas_of_law: [{ name: 'Divorce' }] },
      { ...entry({}), addresses: 'none' },
      { ...entry({}), name: '' },
      entry({ name: 'Bow County Court' }),
    );
    expect(result.rejected.map(({ column, expected }) => `${column ?? ''}: ${expected}`)).toEqual([
      'areas_of_law: a name and a code of one council, not Camden Borough Council and E09000008',
      'areas_of_law: a name and a code of one council, not Camden Borough Council and no code',
      'areas_of_law: a name and a code of one council, not Kent County Council and E09000007',
      'areas_of_law: Invalid input: expected array, received undefined at 0.local_authorities',
      'addresses: Invalid input: expected array, received string at ',
      'name: the name of a court',
      'name: one entry for each court',
    ]);
    // An entry without councils takes 23 lines, and the list begins on line 1.
    expect(result.rejected[0]?.line).toBe(25);
  });

  it('refuses what is no list of courts', () => {
    const refusal = (text: string) => refusalOf({ dataset, name: 'courts.json', text });
    expect(refusal('{"courts": []}')).toBe('courts.json is JSON, but not a list of objects');
    expect(refusal('[{"name": "Bow Cou')).toContain('courts.json is no JSON, or was cut off');
    expect(refusal('[{"title": "Bow County Court"}]')).toContain(
      'it has no column "name", "addresses", "areas_of_law"',
    );
  });
});

const path = 'criminal-justice/courts_with_gss-2015.json';
const boundaries = publishedFile('local-authority/london_boroughs.geojson');

describe('the published register', () => {
  it.skipIf(publishedFile(path) === null)('has 67 courts in London, eleven of them Crown Courts', async () => {
    const result = await readPublished(dataset, path);
    expect(outcomeOf(result)).toEqual({
      rowsRead: 548,
      rowsLoaded: 67,
      leftOut: { 'no address in London, and no borough among the councils that it serves': 481 },
      keptOutside: {},
      rejected: [],
    });
    const courts = courtsOf(result.draft);
    const count = (tier: string) => courts.filter((court) => court.tier === tier).length;
    expect(['CROWN', 'MAGISTRATES', 'COUNTY', 'FAMILY', 'COMBINED', 'TRIBUNAL', 'UNKNOWN'].map(count)).toEqual([
      11, 25, 15, 3, 1, 0, 12,
    ]);
    expect(courts.find(({ id }) => id === 'court:tottenham-magistrates-court')?.aliases).toContain(
      "Enfield Magistrates' Court",
    );
  });

  it.skipIf(publishedFile(path) === null)('serves all 33 boroughs, in family and divorce work only', async () => {
    const catchments = courtsOf((await readPublished(dataset, path)).draft).flatMap((court) => court.catchments);
    expect(new Set(catchments.map(({ area }) => area)).size).toBe(33);
    expect([...new Set(catchments.map(({ areaOfLaw }) => areaOfLaw))].sort()).toEqual(['Adoption', 'Divorce']);
  });

  it.skipIf(publishedFile(path) === null || boundaries === null)(
    'places in London the courts whose position lies in a borough',
    async () => {
      const rings = readBoundaries(await readSourceFile(boundaries ?? '')).flatMap(({ polygons }) =>
        polygons.flatMap(([outer = []]) => [outer]),
      );
      const entries = JSON.parse(await readFile(publishedFile(path) ?? '', 'utf8')) as readonly {
        name: string;
        lat?: string;
        lon?: string;
      }[];
      const inside = entries.filter(({ lat, lon }) =>
        rings.some((ring) => isInside(ring, Number(lon ?? 0), Number(lat ?? 0))),
      );
      const { draft } = await readPublished(dataset, path);
      const placed = entries.filter(
        ({ name }) => read(entries.find((one) => one.name === name) ?? {}).rowsLoaded === 1,
      );
      expect(draft.facts.size).toBe(placed.length);
      // The register gives no position for the legal aid office in Romford.
      expect(placed.filter((one) => !inside.includes(one)).map(({ name }) => name)).toEqual([
        'London Centralised Legal Aid Office',
      ]);
      expect(inside.filter((one) => !placed.includes(one))).toEqual([]);
    },
  );
});

/** Whether a point lies in a ring: a line from it to the east crosses the ring an odd number of times. */
function isInside(ring: readonly (readonly [number, number, ...number[]])[], x: number, y: number): boolean {
  const crossings = ring.filter(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [0, 0];
    return y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
  });
  return crossings.length % 2 === 1;
}
