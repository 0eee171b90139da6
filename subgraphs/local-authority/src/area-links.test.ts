import { describe, expect, it } from 'vitest';
import { unitTypes } from '@boroughgraph/kit/geography/area-units.ts';
import { areaByCode, areas, boroughs } from '@boroughgraph/kit/geography/areas.ts';
import { liesWithin, linksOf, linksOn, type TableLink } from './area-links.ts';

const day = '2026-03-31';
const texts = (code: string) => linksOn(code, day).map(({ to, kind }) => `${kind} ${to}`);

describe('linksOf', () => {
  it.each([
    ['E09000001', ['NESTS_IN E23000034', 'MEMBER_OF composite:city-of-london-and-hackney']],
    ['E09000003', ['NESTS_IN E13000002', 'NESTS_IN E23000001']],
  ])('leads from %s to its own part, force and composite', (code, expected) => {
    expect(texts(code)).toEqual(expect.arrayContaining(expected));
    expect(linksOf(code).filter(({ to }) => to.startsWith('E13') || to.startsWith('E23'))).toHaveLength(2);
  });

  it('leads from a police neighbourhood to its borough', () => {
    expect(texts('police-neighbourhood:hackney/homerton')).toContain('NESTS_IN E09000012');
  });

  it('leads from England to England and Wales, and nowhere from there', () => {
    expect([texts('E92000001'), texts('K04000001')]).toEqual([['NESTS_IN K04000001'], []]);
  });

  it('has for each part of an area a link back', () => {
    const parts = areas.flatMap(({ code }) =>
      linksOn(code, day)
        .filter(({ kind }) => kind === 'COMPOSED_OF')
        .map(({ to }) => [to, code] as const),
    );
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.filter(([part, whole]) => !liesWithin(part, whole, day))).toEqual([]);
  });

  it('never leads from an area to itself, or to one and back as if each lay in the other', () => {
    const loops = areas.flatMap(({ code }) =>
      linksOf(code).filter(({ to, kind }) => to === code || (kind === 'NESTS_IN' && liesWithin(to, code, day))),
    );
    expect(loops).toEqual([]);
  });

  it('is empty for a code that the table does not hold', () => {
    expect([linksOf('E05000001'), linksOf('E09000099')]).toEqual([[], []]);
  });
});

describe('the links of the 33 boroughs to units of the police, the courts, health and probation', () => {
  const typeOf = (code: string) => areaByCode(code)?.type;
  const ofUnits = boroughs.flatMap(({ code }) =>
    linksOf(code)
      .filter(({ to }) => unitTypes.some((type) => type === typeOf(to)))
      .map((link) => ({ ...link, borough: code, type: typeOf(link.to) })),
  );
  const byBoroughAndType = Map.groupBy(ofUnits, ({ borough, type }) => `${borough} ${type ?? ''}`);

  it('are there for every kind, but for the City and the Met', () => {
    const missing = boroughs.flatMap(({ code }) =>
      unitTypes.filter((type) => !byBoroughAndType.has(`${code} ${type}`)).map((type) => `${code} ${type}`),
    );
    expect(missing).toEqual(['E09000001 BASIC_COMMAND_UNIT']);
  });

  it('each have a source, and a first day or a word of why there is none', () => {
    expect(ofUnits.filter(({ source }) => source === '')).toEqual([]);
    const unexplained = ofUnits.filter(({ validFrom, source, validTo }) => {
      const isExplained = /not (?:stated|confirmed)|to 31 March 2026/.test(source);
      return validFrom === null && validTo === null && !isExplained;
    });
    expect(unexplained).toEqual([]);
  });

  it('neither overlap nor leave a day between one and the next', () => {
    const faults = [...byBoroughAndType].flatMap(([key, links]) => {
      const inOrder = links.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
      return inOrder.slice(1).flatMap((link, index) => {
        const before = inOrder[index];
        return before?.validTo != null && dayAfter(before.validTo) === link.validFrom ? [] : [key];
      });
    });
    expect(faults).toEqual([]);
    // Thirteen boroughs have had two boards; nothing else of theirs has changed within the sources.
    expect([...byBoroughAndType.values()].filter((links) => links.length > 1)).toHaveLength(13);
  });

  it('are the same from both ends: kind apart, a unit says of a borough what the borough says of it', () => {
    const facts = ({ basis, source, validFrom, notBefore, validTo }: TableLink) =>
      [basis, source, validFrom, notBefore, validTo].join();
    const strays = ofUnits.filter((link) => {
      const back = linksOf(link.to).filter(({ to }) => to === link.borough);
      return back.length !== 1 || back[0]?.kind !== 'COMPOSED_OF' || facts(back[0]) !== facts(link);
    });
    expect(strays).toEqual([]);
    const units = areas.filter(({ type }) => unitTypes.includes(type));
    const fromUnits = units.flatMap(({ code }) => linksOf(code).filter(({ kind }) => kind === 'COMPOSED_OF'));
    expect(fromUnits).toHaveLength(ofUnits.length);
  });
});

describe('linksOn', () => {
  const unitsOf = (code: string, on: string, prefix: string) =>
    linksOn(code, on)
      .map(({ to }) => to)
      .filter((to) => to.startsWith(prefix));

  it('leads from Barnet to another board on each side of the merger, and back', () => {
    const merged = 'integrated-care-board:north-west-and-north-central-london';
    expect(texts('E09000003')).toContain('MEMBER_OF E54000028');
    expect(unitsOf('E09000003', '2026-04-01', 'integrated-care-board:')).toEqual([merged]);
    expect([linksOn('E54000028', '2026-04-01'), linksOn(merged, '2026-03-31')]).toEqual([[], []]);
    expect(unitsOf(merged, '2026-04-01', 'E09')).toHaveLength(13);
  });

  it('knows no command unit before the first of them, and no local justice area of 2011', () => {
    const commands = ['2016-12-31', '2017-01-01', '2018-01-01'].map((on) =>
      ['E09000007', 'E09000012', 'E09000001'].map((code) => unitsOf(code, on, 'basic-command-unit:')),
    );
    const [camden, hackney] = [['basic-command-unit:central-north'], ['basic-command-unit:central-east']];
    expect(commands).toEqual([
      [[], [], []],
      [camden, [], []],
      [camden, hackney, []],
    ]);
    expect(unitsOf('E09000012', '2011-12-31', 'local-justice-area:')).toEqual([]);
    expect(unitsOf('E09000012', '2012-01-01', 'local-justice-area:')).toEqual(['local-justice-area:east-london']);
  });
});

const dayAfter = (text: string) => new Date(Date.parse(text) + 86_400_000).toISOString().slice(0, 10);
