import { type AreaType, areaTypeValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areaNamed,
  groupsNamed,
  isOneLetterOff,
  isOutsideAreas,
  normaliseAreaName,
  resolveAreaName,
} from './area-names.ts';
import { areas, boroughs } from './areas.ts';

/** The outcome in one line: a code that was found, or what was not and the candidates' names. */
function outcome(text: string, types?: readonly AreaType[]): string {
  const resolution = resolveAreaName(text, types);
  if (resolution.kind === 'found') return resolution.area.code;
  return [`${resolution.kind}:`, resolution.candidates.map(({ name }) => name).join(', ')].join(' ').trim();
}

const names = areas.flatMap((area) => [area.name, ...area.aliases].map((name) => ({ area, name })));
/** Names of different types may be the same, so each is asked for within its own. */
const resolvesTo = (text: string, code: string, type: AreaType) => outcome(text, [type]) === code;

describe('normaliseAreaName', () => {
  it.each([
    ['  HACKNEY ', 'hackney'],
    ['Barking & Dagenham', 'barking and dagenham'],
    ['Barking &amp; Dagenham', 'barking and dagenham'],
    ['Barking &amp;amp; Dagenham', 'barking and dagenham'],
    ['Barking &#38; Dagenham', 'barking and dagenham'],
    ['Barking&nbsp;and&nbsp;Dagenham', 'barking and dagenham'],
    ['Kingston-upon-Thames', 'kingston upon thames'],
    ['London Borough of Hackney', 'hackney'],
    ['The Royal Borough of Greenwich', 'greenwich'],
    ['HACKNEY LONDON BORO', 'hackney'],
    ['Merton Borough Council', 'merton'],
    ['LB Hackney', 'hackney'],
    ['London, City of', 'city of london'],
    ['City and County of the City of London', 'city of london'],
    ['City of London Corporation', 'city of london'],
    ['Corporation of London', 'city of london'],
    ['City of London Police', 'city of london police'],
    ['Greater London', 'greater london'],
    ['City of Kingston', 'city of kingston'],
    [' - ', ''],
  ])('writes %j as %j', (text, expected) => {
    expect(normaliseAreaName(text)).toBe(expected);
  });
});

describe('resolveAreaName', () => {
  const variants: Readonly<Record<string, readonly string[]>> = {
    E09000001: [
      'City',
      'City of London Corporation',
      'Corporation of London',
      'City and County of the City of London',
      'City & County of the City of London',
      'London, City of',
      'CoL',
      'The City of London',
    ],
    E09000002: ['Barking & Dagenham', 'Barking &amp;amp; Dagenham', 'Barking', 'LBBD', 'Barking And Dagenham'],
    E09000013: ['Hammersmith & Fulham', 'Hammersmith', 'LBHF', 'H&F', 'H&amp;F'],
    E09000020: ['Kensington & Chelsea', 'Royal Borough of Kensington and Chelsea', 'RBKC', 'K&C'],
    E09000021: ['Kingston', 'Kingston-upon-Thames', 'Royal Borough of Kingston', 'RBK'],
    E09000027: ['Richmond', 'Richmond-upon-Thames', 'LBRuT'],
    E09000033: ['City of Westminster', 'Westminster City Council', 'WCC', 'City of Westminster London Boro'],
    E09000011: ['Royal Borough of Greenwich', 'RBG'],
    E09000030: ['LBTH', 'Towerhamlets'],
    E09000031: ['LBWF', 'Walthamforest'],
  };
  const spellings = (name: string) => [name, name.toUpperCase(), name.toLowerCase(), `\t ${name}\u00a0`];

  it.each(Object.entries(variants).flatMap(([code, list]) => list.flatMap(spellings).map((name) => [name, code])))(
    'finds %j as %s',
    (name, code) => {
      expect(outcome(name)).toBe(code);
    },
  );

  it('finds every borough in the styles of councils and of Ordnance Survey', () => {
    const styles = ['X', 'London Borough of X', 'X London Boro', 'X London Borough Council', 'LB X', 'X Council'];
    const wrong = boroughs.flatMap(({ code, name }) =>
      styles
        .map((style) => style.replace('X', name))
        .flatMap(spellings)
        .filter((text) => outcome(text) !== code),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['Kingston upon Hull', 'unknown: Kingston upon Thames'],
    ['Kingston upon Hull, City of', 'unknown: Kingston upon Thames'],
    ['City of Kingston', 'unknown: Kingston upon Thames'],
    ['Richmondshire', 'unknown: Richmond upon Thames'],
    ['Richmond (Yorkshire)', 'unknown: Richmond upon Thames'],
    ['London', 'unknown: City of London'],
    ['Greater London', 'unknown: City of London'],
    ['Barking and Havering', 'unknown: Barking and Dagenham, Havering'],
    ['Ealing with Hillingdom', 'unknown: Hillingdon, Ealing'],
    ['Ealling', 'unknown: Ealing'],
    ['Bath and North East Somerset', expect.stringMatching(/^unknown: (?:[^,]+, ){2}[^,]+$/)],
    ['LBH', expect.stringMatching(/^unknown: /)],
    ['HCK', expect.stringMatching(/^unknown: /)],
    ['City Council', expect.stringMatching(/^unknown: /)],
    ['E09000012', expect.stringMatching(/^unknown: /)],
    ['', 'unknown:'],
    [' -- ', 'unknown:'],
    ['Council', 'unknown:'],
  ])('does not guess at %j', (text, expected) => {
    expect(outcome(text)).toEqual(expected);
  });

  it.each([
    ['North East', 'ambiguous: Barking and Dagenham, Havering, Newham, Redbridge, Waltham Forest'],
    ['north-east london LCJB', 'ambiguous: Barking and Dagenham, Havering, Redbridge'],
    ['North East BCU', 'ambiguous: Newham, Waltham Forest'],
    ['South', 'ambiguous: Bromley, Croydon, Lambeth, Southwark, Sutton'],
    ['Ealing and Hillingdom', 'ambiguous: Ealing, Hillingdon'],
    ['Central East BCU', 'ambiguous: Hackney, Tower Hamlets'],
    ['Merton & Sutton', 'ambiguous: Merton, Sutton'],
    ['City of London and Hackney', 'ambiguous: City of London, Hackney'],
  ])('calls %j, which stands for several boroughs, ambiguous', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  it.each<[string, readonly AreaType[], string]>([
    ['Greater London', ['REGION'], 'E12000007'],
    ['Greater London Authority', ['REGION'], 'unknown: London'],
    ['inner london', ['BOROUGH', 'INNER_OUTER'], 'E13000001'],
    ['ENGLAND', ['COUNTRY', 'REGION'], 'E92000001'],
    ['England & Wales', ['COUNTRY'], 'K04000001'],
    ['Metropolitan Police Service', ['POLICE_FORCE_AREA'], 'E23000001'],
    ['City of London Police', ['POLICE_FORCE_AREA'], 'E23000034'],
    ['Metropolitan and City', ['CPS_AREA'], 'cps-area:metropolitan-and-city'],
    ['City of London and Hackney', ['BOROUGH', 'COMPOSITE'], 'composite:city-of-london-and-hackney'],
    ['Merton and Sutton', ['BOROUGH', 'COMPOSITE'], 'composite:merton-and-sutton'],
    ['Hackney', ['COMPOSITE'], 'unknown: City of London and Hackney'],
    ['City of London', ['BOROUGH', 'POLICE_FORCE_AREA'], 'ambiguous: City of London, City of London Police'],
    ['North East', ['REGION'], 'unknown: London'],
    ['North East', ['BASIC_COMMAND_UNIT'], 'basic-command-unit:north-east'],
    ['North East', ['LOCAL_JUSTICE_AREA'], 'local-justice-area:north-east-london'],
    ['North East', ['BASIC_COMMAND_UNIT', 'LCJB_AREA'], 'ambiguous: North East BCU, North East London LCJB'],
    ['North East London', ['LOCAL_JUSTICE_AREA', 'LCJB_AREA'], expect.stringMatching(/^ambiguous: /) as string],
    ['East Area', ['BASIC_COMMAND_UNIT'], 'basic-command-unit:east-area'],
    ['Ealing and Hillingdom', ['PROBATION_DELIVERY_UNIT'], 'probation-delivery-unit:ealing-and-hillingdon'],
    ['QWE', ['INTEGRATED_CARE_BOARD'], 'E54000031'],
    ['Hackney', [], 'unknown:'],
  ])('looks for %j among %j only', (text, types, expected) => {
    expect(outcome(text, types)).toEqual(expected);
  });

  it('offers nothing for a text that is far longer than a name', () => {
    expect(outcome('Hackney area '.repeat(20_000))).toBe('unknown:');
  });

  it('finds every borough without the spaces of its name, or with a soft hyphen in it', () => {
    const squeezed = boroughs.filter(({ code, name }) => outcome(name.replaceAll(' ', '')) !== code);
    const broken = boroughs.filter(({ code, name }) => outcome(`${name.slice(0, 3)}\u00ad${name.slice(3)}`) !== code);
    expect([...squeezed, ...broken]).toEqual([]);
  });

  it('has no name that stands for two areas of one type', () => {
    expect(names.filter(({ area, name }) => !resolvesTo(name, area.code, area.type))).toEqual([]);
  });
});

describe('groupsNamed', () => {
  it('lists the units of every kind that share a name, and none for the name of a place', () => {
    expect(groupsNamed('north-east').map(({ code }) => code)).toEqual([
      'basic-command-unit:north-east',
      'local-justice-area:north-east-london',
      'lcjb-area:north-east-london',
    ]);
    expect(groupsNamed('City of London and Hackney').map(({ code }) => code)).toEqual([
      'composite:city-of-london-and-hackney',
    ]);
    expect([groupsNamed('Hackney'), groupsNamed('London'), groupsNamed('')]).toEqual([[], [], []]);
  });
});

describe('areaNamed', () => {
  it('is the area that a name resolves to, and null where none or several bear it', () => {
    expect(areaNamed('LB Hackney')?.code).toBe('E09000012');
    expect(areaNamed('City of London', ['BOROUGH', 'POLICE_FORCE_AREA'])).toBeNull();
    expect(['Leeds', 'North East', '', 'Hackny'].map((text) => areaNamed(text))).toEqual([null, null, null, null]);
    expect(names.filter(({ area, name }) => areaNamed(name, [area.type])?.code !== area.code)).toEqual([]);
  });
});

describe('isOutsideAreas', () => {
  it.each([
    'London Heathrow and London City Airports',
    'LONDON HEATHROW & LONDON CITY AIRPORTS',
    'Aviation Security (SO18)',
    'unknown',
    ' Other ',
    'Outside London',
  ])('holds for %j, which names no area of any type', (text) => {
    expect(isOutsideAreas(text)).toBe(true);
    expect(outcome(text, areaTypeValues)).toBe('unknown:');
  });

  it.each(['', 'Hackney', 'Heathrow Villages', 'London', 'Unknwon', 'Another'])('does not hold for %j', (text) => {
    expect(isOutsideAreas(text)).toBe(false);
  });
});

describe('isOneLetterOff', () => {
  it.each(['Camdem', 'tower hamlet', 'Harlow', 'Barnets'])('holds for %j', (text) => {
    expect(isOneLetterOff(text)).toBe(true);
  });

  it.each(['Camden', 'Thurrock', 'Luton', 'Epping Forest', ''])('does not hold for %j', (text) => {
    expect(isOneLetterOff(text)).toBe(false);
  });

  it('looks at the types that are asked for', () => {
    expect(isOneLetterOff('Londom')).toBe(false);
    expect(isOneLetterOff('Londom', ['REGION'])).toBe(true);
  });
});

describe('police neighbourhoods', () => {
  it('are found by their published name, where they are asked for and only there', () => {
    expect(outcome('Hackney - Homerton', ['POLICE_NEIGHBOURHOOD'])).toBe('police-neighbourhood:hackney/homerton');
    expect(outcome('hammersmith & fulham - south fulham', areaTypeValues)).toBe(
      'police-neighbourhood:hammersmith-and-fulham/south-fulham',
    );
    expect(outcome('Brent - Harlesden', ['POLICE_NEIGHBOURHOOD'])).toBe('police-neighbourhood:brent/harlsden');
    expect(outcome('Hackney - Homerton')).toContain('unknown');
    expect(outcome('Barnet', areaTypeValues)).toBe('E09000003');
  });
});

describe('names that nobody listed', () => {
  const casing = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
  const joiner = fc.constantFrom(' ', '  ', '-', ' - ', '_', '\u00a0', ', ');
  const ampersand = fc.constantFrom(' and ', ' & ', ' &amp; ', ' &amp;amp; ', ' AND ');
  const edge = fc.constantFrom('', ' ', '\t', '.', '\u00a0', ' - ');

  it('are the same area after any change of case, space, ampersand and punctuation', () => {
    fc.assert(
      fc.property(
        fc.record({ known: fc.constantFrom(...names), casing, joiner, ampersand, edge }),
        ({ known, ...changes }) => {
          const cased = known.name.replace(/\p{L}/gu, (letter, at: number) =>
            changes.casing[at % changes.casing.length] === true ? letter.toUpperCase() : letter.toLowerCase(),
          );
          const changed = cased
            .split(/ and | & |&/i)
            .map((part) => part.replaceAll(' ', changes.joiner))
            .join(changes.ampersand);
          const text = changes.edge + changed + changes.edge;
          expect(outcome(text, [known.area.type])).toBe(known.area.code);
        },
      ),
      { seed: 1889, numRuns: 2000 },
    );
  });

  it('are never found unless they come to a known name', () => {
    const keyOf = (text: string) => normaliseAreaName(text).replaceAll(' ', '');
    const known = new Set(names.map(({ name }) => keyOf(name)));
    const word = fc.constantFrom('City', 'of', 'London', 'Kingston', 'upon', 'Hull', 'Richmond', 'LB', 'Council', '&');
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, (name) => {
        const isKnown = known.has(keyOf(name));
        expect(resolveAreaName(name, areaTypeValues).kind === 'found').toBe(isKnown && keyOf(name) !== 'cityoflondon');
      }),
      { seed: 1965, numRuns: 2000 },
    );
  });
});

const files = process.env['BOROUGHGRAPH_FILES'] ?? join(import.meta.dirname, '../../../../../shared/data');
const register = (table: string) => join(files, 'local-authority', `register-local-authority-${table}.tsv`);

describe.skipIf(!existsSync(register('names')))('the GOV.UK local authority register', () => {
  /** Rows of a tab-separated register table, without the heading. */
  async function rowsOf(table: string): Promise<readonly (readonly string[])[]> {
    const text = await readFile(register(table), 'utf8');
    return text
      .trimEnd()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split('\t'));
  }
  const keyPrefix = 'local-authority-eng:';
  /**
   * The names table and the table of codes disagree about one key: BNE is Barnet by code, and Bath and North East
   * Somerset by name, where Barnet is BNT. The table of codes is right.
   */
  const exceptions = new Map([
    [
      'BNE',
      {
        isNot: ['bath and north east somerset', 'bath and north east somerset council'],
        is: ['barnet', 'barnet london boro', 'london borough of barnet'],
      },
    ],
  ]);

  it('gives each borough the key of this table', async () => {
    const rows = await rowsOf('gss');
    const keys = rows.filter(([code]) => code?.startsWith('E09')).map(([code, key, name]) => ({ code, key, name }));
    expect(keys.sort((a, b) => String(a.code).localeCompare(String(b.code)))).toEqual(
      boroughs.map(({ code, registerCode, name }) => ({ code, key: `${keyPrefix}${registerCode ?? ''}`, name })),
    );
  });

  it('has no London name that resolves otherwise, but for the mistaken key of Barnet', async () => {
    const rows = await rowsOf('names');
    for (const { code, registerCode } of boroughs) {
      const listed = rows.filter(([, key]) => key === `${keyPrefix}${registerCode ?? ''}`).map(([name = '']) => name);
      const exception = exceptions.get(registerCode ?? '');
      expect(listed.filter((name) => outcome(name) !== code)).toEqual(exception?.isNot ?? []);
      expect((exception?.is ?? listed).map((name) => outcome(name))).toEqual((exception?.is ?? listed).map(() => code));
    }
  });

  it('has no name of another place that resolves to a borough', async () => {
    const keys = new Set(boroughs.map(({ registerCode }) => `${keyPrefix}${registerCode ?? ''}`));
    const rows = await rowsOf('names');
    const elsewhere = rows.filter(([, key]) => !keys.has(String(key)) && key !== `${keyPrefix}BNT`);
    expect(elsewhere.length).toBeGreaterThan(1000);
    expect(elsewhere.filter(([name = '']) => resolveAreaName(name).kind === 'found')).toEqual([]);
  });
});
