import { describe, expect, it } from 'vitest';
import { AgencyError } from '../../agencies/agency-error.ts';
import type { AskedFetch, Brought, FetchSource } from '../../agencies/agency-source.ts';
import { type EntitiesAsked, JointFetches } from './joint-fetches.ts';

/** Answers each entity with its code, and keeps what it was asked about. */
function sourceThat(bring: (codes: readonly string[]) => Brought = (codes) => ({ data: named(codes), errors: [] })) {
  const asked: string[][] = [];
  const fetch = ({ request }: AskedFetch): Promise<Brought> => {
    const representations = request.variables['representations'] as readonly { readonly code: string }[];
    asked.push(representations.map(({ code }) => code));
    return Promise.resolve(bring(representations.map(({ code }) => code)));
  };
  return { source: { fetch } as FetchSource, asked };
}

const named = (codes: readonly string[]) => ({ _entities: codes.map((code) => ({ name: `name of ${code}` })) });

/** What a fetch asks about areas that stand in a field. */
function about(field: string, codes: readonly string[]): EntitiesAsked {
  const request = { query: '{ _entities }', operationName: 'Any', variables: {} };
  // Nothing of the context is looked at here.
  const context = {} as EntitiesAsked['context'];
  return { request, context, place: [field, '@', 'area'], representations: codes.map((code) => ({ code })) };
}

describe('joint fetches', () => {
  it('are one request where they are ready at once and ask the same, and each gets its own', async () => {
    const { source, asked } = sourceThat();
    const joint = new JointFetches();
    const brought = await Promise.all([
      joint.fetch(source, 'name', about('health', ['a', 'b'])),
      joint.fetch(source, 'part', about('health', ['a'])),
      joint.fetch(source, 'name', about('courts', ['b', 'c'])),
    ]);
    expect(asked).toEqual([['a', 'b', 'b', 'c'], ['a']]);
    expect(brought.map(({ data }) => data)).toEqual([named(['a', 'b']), named(['a']), named(['b', 'c'])]);
    await joint.fetch(source, 'name', about('health', ['d']));
    expect(asked.at(-1)).toEqual(['d']);
  });

  it('are two requests where one would be about too many', async () => {
    const { source, asked } = sourceThat();
    const joint = new JointFetches();
    const many = Array.from({ length: 300 }, (_, index) => `${index}`);
    const brought = await Promise.all(
      ['health', 'courts', 'crime'].map((field) => joint.fetch(source, 'name', about(field, many))),
    );
    expect(asked.map(({ length }) => length)).toEqual([300, 300, 300]);
    expect(brought.every(({ data }) => (data?.['_entities'] as readonly unknown[]).length === 300)).toBe(true);
  });

  it('have the errors of their own entities, and each what all of them lack', async () => {
    const failure = {
      agency: 'local-authority',
      code: 'BAD_USER_INPUT',
      message: 'no',
      lost: [['health', '@', 'area', 'name']],
    } as const;
    const errors = [
      new AgencyError({ ...failure, path: ['_entities', 2, 'name'] }),
      new AgencyError({ ...failure, path: null }),
    ];
    const { source } = sourceThat((codes) => ({ data: named(codes), errors }));
    const joint = new JointFetches();
    const [health, courts] = await Promise.all([
      joint.fetch(source, 'name', about('health', ['a', 'b'])),
      joint.fetch(source, 'name', about('courts', ['c'])),
    ]);
    expect(health.errors.map(({ failure: { path, lost } }) => ({ path, lost }))).toEqual([
      { path: null, lost: [['health', '@', 'area', 'name']] },
    ]);
    const lost = [['courts', '@', 'area', 'name']];
    expect(courts.errors.map(({ failure: { path, lost: own } }) => ({ path, lost: own }))).toEqual([
      { path: ['_entities', 0, 'name'], lost },
      { path: null, lost },
    ]);
  });

  it('bring nothing to any of them where nothing comes', async () => {
    const { source } = sourceThat(() => ({ data: null, errors: [] }));
    const joint = new JointFetches();
    const brought = await Promise.all([
      joint.fetch(source, 'name', about('health', ['a'])),
      joint.fetch(source, 'name', about('courts', ['b'])),
    ]);
    expect(brought).toEqual([
      { data: null, errors: [] },
      { data: null, errors: [] },
    ]);
  });
});
