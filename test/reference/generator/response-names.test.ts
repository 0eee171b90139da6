import { describe, expect, it } from 'vitest';
import { canMerge, isFree, merge, type Names, type NameUse, take } from './response-names.ts';

const leaf = (meaning: string, parent: string | null = null): NameUse => ({
  meaning,
  type: 'String',
  parent,
  inside: null,
  isShared: false,
});
const names = (...uses: readonly (readonly [string, NameUse])[]): Names => new Map(uses);

describe('a response name', () => {
  it('may be used again for the same, and for nothing else in one type', () => {
    const taken = names(['name', leaf('name')]);
    expect([isFree(taken, 'name', leaf('name')), isFree(taken, 'name', leaf('title'))]).toEqual([true, false]);
  });

  it('may stand for different fields of types that never meet, once', () => {
    const taken = names(['x', leaf('name', 'Court')]);
    expect(isFree(taken, 'x', leaf('title', 'Dataset'))).toBe(true);
    take(taken, 'x', leaf('title', 'Dataset'));
    expect(isFree(taken, 'x', leaf('name', 'Court'))).toBe(false);
  });

  it('is not free for one type once another has taken it for the same', () => {
    const taken = names(['x', leaf('name', 'Court')]);
    take(taken, 'x', leaf('name', 'Dataset'));
    expect(isFree(taken, 'x', leaf('title', 'Dataset'))).toBe(false);
  });

  it('is merged at every depth, or not at all', () => {
    const area = (inner: NameUse): Names => names(['area', { ...leaf('area'), inside: names(['a', inner]) }]);
    const taken = area(leaf('code'));
    expect([canMerge(taken, area(leaf('code'))), canMerge(taken, area(leaf('name')))]).toEqual([true, false]);
    merge(taken, names(['area', { ...leaf('area'), inside: names(['b', leaf('name')]) }]));
    expect([...(taken.get('area')?.inside?.keys() ?? [])]).toEqual(['a', 'b']);
  });
});
