import { describe, expect, it } from 'vitest';
import { areas } from '@boroughgraph/kit/statistics/areas.ts';
import { liesWithin, linksOf } from './area-links.ts';

const texts = (code: string) => linksOf(code).map(({ to, kind }) => `${kind} ${to}`);

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
      linksOf(code)
        .filter(({ kind }) => kind === 'COMPOSED_OF')
        .map(({ to }) => [to, code] as const),
    );
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.filter(([part, whole]) => !liesWithin(part, whole))).toEqual([]);
  });

  it('never leads from an area to itself, or to one and back as if each lay in the other', () => {
    const loops = areas.flatMap(({ code }) =>
      linksOf(code).filter(({ to, kind }) => to === code || (kind === 'NESTS_IN' && liesWithin(to, code))),
    );
    expect(loops).toEqual([]);
  });

  it('is empty for a code that the table does not hold', () => {
    expect([linksOf('E05000001'), linksOf('E09000099')]).toEqual([[], []]);
  });
});
