import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furtherManifestPath } from '../support/published-manifest.ts';
import { startPublishedSystem } from '../support/published-system.ts';
import type { RunningSystem } from '../support/running-system.ts';
import { wantedFirst } from './search-queries.ts';

let system: RunningSystem;

interface Result {
  readonly id: string;
  readonly isHeld: boolean;
  readonly narrowing: readonly { readonly value: string }[];
}

/** The best result of each text, as its id and the last value that it is narrowed to. */
async function firstOf(texts: readonly string[]): Promise<readonly string[]> {
  const fields = texts.map(
    (text, index) => `q${index}: search(text: ${JSON.stringify(text)}, first: 1) { id isHeld narrowing { value } }`,
  );
  const { data, errors } = await system.ask(`{ ${fields.join('\n')} }`);
  expect(errors).toBeUndefined();
  return texts.map((_, index) => {
    const [first] = (data?.[`q${index}`] ?? []) as readonly Result[];
    const value = first?.narrowing.at(-1)?.value;
    return `${first?.id ?? 'nothing'}${value === undefined ? '' : `: ${value}`}${first?.isHeld === false ? ' (not held)' : ''}`;
  });
}

describe.skipIf(furtherManifestPath === null)('with the published files loaded', () => {
  beforeAll(async () => {
    system = await startPublishedSystem();
  }, 240_000);
  afterAll(() => system[Symbol.asyncDispose]());

  it('asks eighty things', () => {
    expect(wantedFirst.length).toBeGreaterThanOrEqual(80);
  });

  it('a search finds first what is meant', async () => {
    const found: string[] = [];
    for (let start = 0; start < wantedFirst.length; start += 10)
      found.push(...(await firstOf(wantedFirst.slice(start, start + 10).map(([text]) => text))));
    const told = wantedFirst.map(([text], index) => `${text} → ${found[index] ?? ''}`);
    expect(told).toEqual(wantedFirst.map(([text, wanted]) => `${text} → ${wanted}`));
  });
});
