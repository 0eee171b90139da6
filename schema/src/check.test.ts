import { describe, expect, test } from 'vitest';
import { checkComposition, checkResolverTypes, checkRules } from './check.ts';

describe('The schema', () => {
  test('keeps its rules', () => {
    expect(checkRules()).toEqual([]);
  });

  test('is what the supergraph and the closed vocabularies were made from', async () => {
    expect(await checkComposition()).toEqual([]);
  });

  test('is what the resolver types were made from', async () => {
    expect(await checkResolverTypes()).toEqual([]);
  });
});
