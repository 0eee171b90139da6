import { inventoryPath, isQuoted } from '@boroughgraph/test/support/plan-documents.ts';
import { describe, expect, it } from 'vitest';
import { planFacts } from './plan-facts.ts';

describe.skipIf(inventoryPath === null)('beside the documents, where they are at hand', () => {
  it('each fact is quoted from the lines that it cites', () => {
    const strays = planFacts.filter(({ text, source }) => !isQuoted(text, source));
    expect(strays.map(({ id, text, source }) => ({ id, text, source }))).toEqual([]);
  });

  it('each number is printed in the lines that its fact cites, and in its quotation', () => {
    const bare = (text: string) => text.replaceAll('*', '');
    const strays = planFacts.filter(
      ({ printed, text, source }) => !isQuoted(printed, source) || !bare(text).includes(printed),
    );
    expect(strays.map(({ id, printed, text }) => ({ id, printed, text }))).toEqual([]);
  });
});
