import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

/** What the local authorities answer to `Query.frameworks`, as far as it is read here. */
interface Framework {
  readonly id: string;
  readonly measures: readonly {
    readonly id: string;
    readonly measuredBy: readonly { readonly id: string }[];
    readonly baselines: readonly { readonly text: string; readonly source: string }[];
  }[];
}

describe('the baselines of indicators', () => {
  // The types of the SDL have checked the resolver where it is written; it asks nothing of a request.
  const { Query } = agencies.find(({ name }) => name === 'local-authority')?.resolvers as {
    readonly Query: { readonly frameworks: () => readonly Framework[] };
  };
  const measureOf = (framework: string, measure: string) =>
    Query.frameworks()
      .find(({ id }) => id === framework)
      ?.measures.find(({ id }) => id === measure);
  const stated = agencies.flatMap(({ indicators }) =>
    indicators.flatMap(({ id, baselines = [] }) => baselines.map((baseline) => ({ id, baseline }))),
  );

  it('are some', () => {
    expect(stated.length).toBeGreaterThan(2);
  });

  it('are quoted, with their place, by a measure that the indicator measures', () => {
    const strays = stated.filter(({ id, baseline: { framework, measure, text, source } }) => {
      const found = measureOf(framework, measure);
      const isTied = found?.measuredBy.some((indicator) => indicator.id === id) === true;
      return !isTied || !found.baselines.some((quoted) => quoted.text === text && quoted.source === source);
    });
    expect(strays).toEqual([]);
  });

  it('are figures that stand in the words quoted', () => {
    const strays = stated.filter(({ baseline: { value, text } }) => !text.includes(String(value)));
    expect(strays).toEqual([]);
  });
});
