import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

/** What the local authorities answer to `Query.frameworks`, as far as it is read here. */
interface Framework {
  readonly id: string;
  readonly measures: readonly {
    readonly id: string;
    /** An indicator of ours, or a link: an id, and after a space what it is narrowed to. */
    readonly measuredBy: readonly { readonly id?: string; readonly link?: string }[];
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

  it('are numbers where documents state them in the unit of the indicator', () => {
    const known = ['public-confidence', 'public-perception', 'victim-satisfaction', 'court-timeliness', 'knife-crime'];
    expect(known.filter((indicator) => !stated.some(({ id }) => id === indicator))).toEqual([]);
  });

  it('are quoted, with their place, by a measure that the indicator measures', () => {
    const strays = stated.filter(({ id, baseline: { framework, measure, text, source } }) => {
      const found = measureOf(framework, measure);
      const isTied = found?.measuredBy.some((one) => (one.link ?? one.id)?.split(' ')[0] === id) === true;
      return !isTied || !found.baselines.some((quoted) => quoted.text === text && quoted.source === source);
    });
    expect(strays).toEqual([]);
  });

  it('are figures that stand in the words quoted', () => {
    const strays = stated.filter(({ baseline: { value, text } }) => !text.replaceAll(',', '').includes(String(value)));
    expect(strays).toEqual([]);
  });
});
