import { inventoryPath, isQuoted } from '@boroughgraph/test/support/plan-documents.ts';
import { describe, expect, it } from 'vitest';
import { explanations, readExplanations } from './explanation-file.ts';

describe('explanations of changes', () => {
  it('are never that nobody knows, which is said where there is none', () => {
    const text = `- { about: { agency: policing, indicator: hate-crime }, cause: UNKNOWN, time: now, text: a, source: business-plan-2017 1 }`;
    expect(() => readExplanations(text)).toThrow('explanations.yaml');
  });

  it.skipIf(inventoryPath === null)('are quoted from the lines that they cite, where the documents are at hand', () => {
    expect(explanations.length).toBeGreaterThan(0);
    expect(explanations.filter(({ text, source }) => !isQuoted(text, source))).toEqual([]);
  });
});
