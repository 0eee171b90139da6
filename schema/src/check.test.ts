import { describe, expect, it } from 'vitest';
import { checkComposition, checkResolverTypes, checkRules } from './check.ts';

describe('The schema', () => {
  it('keeps its rules', () => {
    expect(checkRules()).toEqual([]);
  });

  it('is what the supergraph and the closed vocabularies were made from', async () => {
    expect(await checkComposition()).toEqual([]);
  });

  it('is what the resolver types were made from', async () => {
    expect(await checkResolverTypes()).toEqual([]);
  });
});
