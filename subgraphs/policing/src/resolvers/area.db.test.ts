import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReviewedFacts } from '@boroughgraph/kit/loading/reviewed.ts';
import { boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { beginNewState } from '@boroughgraph/test/support/new-state.ts';
import { type RunningSubgraph, startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from '../subgraph.ts';

let policing: RunningSubgraph;
beforeAll(async () => {
  policing = await startRunningSubgraph(subgraph);
});
afterAll(() => policing[Symbol.asyncDispose]());

/** Squares of a hundredth of a degree from west to east, in the order of the boroughs' codes: Hackney from 0.11 to 0.12. */
const boundaries = JSON.stringify({
  type: 'FeatureCollection',
  features: boroughs.map(({ code }, index) => {
    const [west, east] = [index / 100, (index + 1) / 100];
    const ring = [
      [west, 51],
      [east, 51],
      [east, 52],
      [west, 52],
      [west, 51],
    ];
    return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  }),
});

const stop = (outcome: string, object: string) => `2016-06-10T12:00:00Z,51.5,0.115,${object},${outcome}\n`;
const crime = (lsoa: string, type: string) => `,2024-06,City of London Police,${lsoa},,${type}\n`;

const files = [
  {
    dataset: 'mps-recorded-crime-borough',
    name: 'borough.csv',
    text: 'MajorText,MinorText,BoroughName,202401,202402\nTheft,Shoplifting,Hackney,10,20\nRobbery,Robbery of Personal Property,Hackney,1,2\nNFIB Fraud,NFIB,Hackney,7,7\n',
  },
  {
    dataset: 'mps-recorded-crime-ward',
    name: 'ward.csv',
    text: 'MajorText,MinorText,WardName,WardCode,LookUp_BoroughName,202401,202402\nTHEFT,SHOPLIFTING,Dalston,E05009374,Hackney,3,4\nNFIB FRAUD,NFIB,Dalston,E05009374,Hackney,5,5\n',
  },
  {
    dataset: 'police-uk-street-crime',
    name: '2024-06-city-of-london-street.csv',
    text: `Crime ID,Month,Reported by,LSOA code,LSOA name,Crime type\n${crime('E01000001', 'Robbery')}${crime('E01000001', 'Drugs')}${crime('E01001760', 'Drugs')}`,
    references: { lsoas: 'LSOA11CD,LAD19CD\nE01000001,E09000001\nE01001760,E09000012\n' },
  },
  {
    dataset: 'police-uk-stop-and-search',
    name: '2016-06-metropolitan-stop-and-search.csv',
    text: `Date,Latitude,Longitude,Object of search,Outcome\n${stop('Suspect arrested', 'Firearms')}${stop('Local resolution', 'Firearms')}`,
    references: { boundaries },
  },
  {
    dataset: 'mopac-public-perceptions',
    name: '2016-police-perceptions.csv',
    text: 'Neighbourhood,Are gangs a problem in this area?,Are you worried about ASB in this area?\n,% Not a problem or dont know,% Not very or not at all worried\nHackney - Homerton,71,60\nHackney - Shoreditch,65,55\nBarnet - Colindale,80,70\n',
  },
];

const gangs = 'are-gangs-a-problem-in-this-area';

const area = (code: string) => ({ code });
const ask = (codes: readonly string[], fields: string) => policing.askEntities('Area', codes.map(area), fields);

const everything = `
  crime {
    recorded { indicator { id } area { code } relation values caveats { text } }
    byOffenceGroup { dimensions { value } values }
    stopAndSearch { values }
    streetLevel { values }
  }
  publicPerception { area { code } }
  officers { values }`;

describe('before anything is loaded', () => {
  it('has no series, but for the City, which has an empty one that says why', async () => {
    const { entities, errors } = await ask(['E09000012', 'E09000001'], everything);
    expect(errors).toBeUndefined();
    expect(entities[0]).toEqual({
      crime: { recorded: null, byOffenceGroup: null, stopAndSearch: null, streetLevel: null },
      publicPerception: null,
      officers: null,
    });
    expect(entities[1]).toMatchObject({
      crime: {
        recorded: { values: [], caveats: [{ text: expect.stringContaining('police force of its own') as unknown }] },
      },
      officers: { values: [] },
    });
  });

  it('says of each that is null why, for a borough, for the City, and for a ward', async () => {
    const { entities, errors } = await policing.askEntities(
      'Area',
      ['E09000012', 'E09000001', 'E05009374'].map((code) => ({ code, populationEstimates: null })),
      'policingAbsences { field indicator reason }',
    );
    expect(errors).toBeUndefined();
    const absences = (one: unknown) =>
      (one as { policingAbsences: { field: string; reason: string }[] }).policingAbsences.map(
        ({ field, reason }) => `${field} ${reason}`,
      );
    const marked = ['knifeCrime', 'gunCrime', 'domesticAbuse', 'hateCrime'].map((field) => `crime.${field}`);
    expect(absences(entities[0])).toEqual([
      'crime.recorded AWAITED',
      'crime.byOffenceGroup AWAITED',
      'crime.stopAndSearch AWAITED',
      ...marked.map((field) => `${field} AWAITED`),
      'crime.streetLevel AWAITED',
      'crimeRate AWAITED',
      'publicPerception AWAITED',
      'officers AWAITED',
      'publicConfidence AWAITED',
    ]);
    // What the City is not measured for has its empty series.
    expect(absences(entities[1])).toEqual([
      'crime.stopAndSearch AWAITED',
      'crime.streetLevel AWAITED',
      'publicPerception NOT_MEASURED_HERE',
    ]);
    expect(absences(entities[2])).toEqual([
      'crime.recorded AWAITED',
      'crime.byOffenceGroup AWAITED',
      ...[
        'crime.stopAndSearch',
        ...marked,
        'crime.streetLevel',
        'crimeRate',
        'publicPerception',
        'officers',
        'publicConfidence',
      ].map((field) => `${field} NOT_MEASURED_HERE`),
    ]);
  });
});

describe('what policing adds to an area', () => {
  beforeAll(async () => {
    await loadReviewedFacts(policing.store.sql, subgraph.datasets);
    for (const file of files) expect(await policing.load(file)).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
  });

  it('is recorded crime of the borough table for a borough, and of the ward table for a ward', async () => {
    const fields = 'crime { recorded { indicator { id } area { code } relation directlyMeasured periodIds values } }';
    const { entities, errors } = await ask(['E09000012', 'E05009374'], fields);
    expect(errors).toBeUndefined();
    const common = { relation: 'SAME', directlyMeasured: true, periodIds: ['2024-01', '2024-02'] };
    expect(entities).toEqual([
      {
        crime: {
          recorded: { ...common, indicator: { id: 'recorded-crime' }, area: { code: 'E09000012' }, values: [11, 22] },
        },
      },
      {
        crime: {
          recorded: {
            ...common,
            indicator: { id: 'recorded-crime-ward' },
            area: { code: 'E05009374' },
            values: [3, 4],
          },
        },
      },
    ]);
  });

  it('has thirteen offence groups for both, fraud passed on being the last and in no total', async () => {
    const { entities } = await ask(
      ['E09000012', 'E05009374'],
      'crime { byOffenceGroup { indicator { id } dimensions { value } values } }',
    );
    const groups = entities as { crime: { byOffenceGroup: { indicator: object; values: unknown }[] } }[];
    expect(groups.map(({ crime: { byOffenceGroup } }) => byOffenceGroup.length)).toEqual([13, 13]);
    expect(groups.map(({ crime: { byOffenceGroup } }) => byOffenceGroup.at(-1))).toEqual([
      {
        indicator: { id: 'recorded-crime' },
        dimensions: [{ value: 'fraud-reported-to-nfib' }],
        values: [7, 7],
      },
      {
        indicator: { id: 'recorded-crime-ward' },
        dimensions: [{ value: 'fraud-reported-to-nfib' }],
        values: [5, 5],
      },
    ]);
  });

  it('says of the City that the Met records nothing there: its borough, its force and its wards', async () => {
    const fields = `crime { recorded { values latest { value } caveats { severity text } } byOffenceGroup { values caveats { text } } }
      crimeRate { values caveats { text } } officers { values caveats { text } }`;
    const { entities, errors } = await ask(['E09000001', 'E23000034', 'E05009288'], fields);
    expect(errors).toBeUndefined();
    const why = { text: expect.stringContaining('police force of its own') as unknown };
    const empty = { values: [], caveats: expect.arrayContaining([expect.objectContaining(why)]) as unknown };
    expect(entities[0]).toMatchObject({ crimeRate: empty, officers: empty });
    for (const entity of entities as { crime: { recorded: object; byOffenceGroup: object[] } }[]) {
      expect(entity.crime.recorded).toMatchObject({ ...empty, latest: null });
      expect(entity.crime.byOffenceGroup).toHaveLength(13);
      expect(entity.crime.byOffenceGroup.every((series) => 'values' in series)).toBe(true);
      expect(entity.crime.byOffenceGroup[0]).toMatchObject(empty);
    }
  });

  it('is null where nothing is measured for the kind of area', async () => {
    const fields = 'crime { stopAndSearch { values } streetLevel { values } } crimeRate { values } officers { values }';
    const codes = ['E05009374', 'E23000001', 'E12000007', 'police-neighbourhood:hackney/homerton', 'E99999999'];
    const { entities, errors } = await ask(codes, `${fields} publicPerception(question: "${gangs}") { values }`);
    expect(errors).toBeUndefined();
    const nothing = { crime: null, crimeRate: null, officers: null, publicPerception: null };
    const nothingOfCrime = { ...nothing, crime: { stopAndSearch: null, streetLevel: null } };
    const perceived = { ...nothing, publicPerception: [{ values: [71] }] };
    expect(entities).toEqual([nothingOfCrime, nothingOfCrime, nothing, perceived, nothing]);
  });

  it('is stops in all, by outcome or by object of search', async () => {
    const { entities } = await ask(
      ['E09000012', 'E09000033'],
      `crime {
        stopAndSearch { periodIds values }
        arrested: stopAndSearch(outcome: "suspect-arrested") { values }
        firearms: stopAndSearch(objectOfSearch: "firearms") { values }
      }`,
    );
    expect(entities).toEqual([
      {
        crime: {
          stopAndSearch: { periodIds: ['2016-06'], values: [2] },
          arrested: { values: [1] },
          firearms: { values: [2] },
        },
      },
      {
        crime: {
          stopAndSearch: { periodIds: ['2016-06'], values: [0] },
          arrested: { values: [0] },
          firearms: { values: [0] },
        },
      },
    ]);
  });

  it('refuses outcome and object of search together, and values that a dimension does not have', async () => {
    const { entities, errors } = await ask(
      ['E09000012'],
      `crime {
        both: stopAndSearch(outcome: "suspect-arrested", objectOfSearch: "firearms") { values }
        unknown: stopAndSearch(outcome: "exiled") { values }
        category: streetLevel(category: "piracy") { values }
        offence: recorded(offence: "piracy") { values }
        group: recorded(offenceGroup: THEFT, offence: "arson") { values }
      }
      publicPerception(question: "why") { values }`,
    );
    expect(entities).toEqual([
      { crime: { both: null, unknown: null, category: null, offence: null, group: null }, publicPerception: null },
    ]);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(Array(6).fill('BAD_USER_INPUT'));
    const messages = errors?.map(({ message }) => message).join('\n') ?? '';
    expect(messages).toContain('are not counted together');
    expect(messages).toContain('"piracy" is no value of category: expected one of anti-social-behaviour, ');
    expect(messages).toContain('"why" is no value of question: expected one of taking-everything-into-account-');
    expect(messages).toContain('offence "arson" lies in the group arson-and-criminal-damage');
  });

  it('is street-level crime with a zero only in the City, and marked elsewhere', async () => {
    const { entities } = await ask(
      ['E09000001', 'E09000012', 'E09000033'],
      `crime {
        streetLevel { values latest { flags } caveats { severity } }
        robbery: streetLevel(category: "robbery") { values statuses }
        burglary: streetLevel(category: "burglary") { values statuses }
      }`,
    );
    const gap = { values: [null], statuses: ['NOT_AVAILABLE'] };
    const partial = [{ severity: 'DO_NOT_COMPARE' }, { severity: 'DO_NOT_COMPARE' }, { severity: 'CAUTION' }];
    const ofSize = { severity: 'INFO' };
    expect(entities).toEqual([
      {
        crime: {
          streetLevel: { values: [2], latest: { flags: [] }, caveats: [{ severity: 'CAUTION' }, ofSize] },
          robbery: { values: [1], statuses: ['PUBLISHED'] },
          burglary: { values: [0], statuses: ['PUBLISHED'] },
        },
      },
      {
        crime: {
          streetLevel: { values: [1], latest: { flags: ['PARTIAL_COVERAGE'] }, caveats: [...partial, ofSize] },
          robbery: gap,
          burglary: gap,
        },
      },
      {
        crime: {
          streetLevel: { values: [null], latest: null, caveats: partial.slice(1) },
          robbery: gap,
          burglary: gap,
        },
      },
    ]);
  });

  it('is what the neighbourhoods of a borough say, as parts of it, and a neighbourhood of itself', async () => {
    const { entities } = await ask(
      ['E09000012', 'E09000001', 'police-neighbourhood:hackney/homerton'],
      `publicPerception(question: "${gangs}") { area { code } relation directlyMeasured dimensions { value } periodIds values statuses }`,
    );
    const part = (code: string, value: number | null) => ({
      area: { code: `police-neighbourhood:hackney/${code}` },
      relation: 'PART_OF_AREA',
      directlyMeasured: false,
      dimensions: [{ value: gangs }],
      periodIds: ['CY2016'],
      values: [value],
      statuses: [value === null ? 'NOT_AVAILABLE' : 'PUBLISHED'],
    });
    expect(entities).toEqual([
      {
        publicPerception: [
          part('hackney-north-east', null),
          part('homerton', 71),
          part('shoreditch', 65),
          part('stoke-newington', null),
        ],
      },
      { publicPerception: null },
      { publicPerception: [{ ...part('homerton', 71), relation: 'SAME', directlyMeasured: true }] },
    ]);
  });

  it('costs as many statements for 33 boroughs as for one', async () => {
    const statementsFor = async (codes: readonly string[]) => {
      await beginNewState(policing.store);
      policing.statements.length = 0;
      expect((await ask(codes, everything)).errors).toBeUndefined();
      return policing.statements.length;
    };
    expect(await statementsFor(boroughs.map(({ code }) => code))).toBe(await statementsFor(['E09000012']));
  });
});
