import { buildSchema } from 'graphql';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AgencyError } from './agency-error.ts';
import type { AskedFetch, Brought, FetchSource } from './agency-source.ts';
import { FetchMemory } from './fetch-memory.ts';
import { FetchShapes } from './fetch-shapes.ts';
import { RememberedAnswers } from './remembered-answers.ts';

const schema = buildSchema('type Query { area: Area } type Area { code: ID! name: String years: [Int!] }');
const names =
  'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { name } } }';
const years = names.replace('name', 'years');

type Telling = (asked: AskedFetch) => Partial<Brought>;

/** An agency that answers by a state, and how often it was asked; `held` is the state that is known without asking it. */
function agencyIn(states: readonly string[], tell: Telling = () => ({})) {
  const state: { held: string | null } = { held: null };
  const asked: AskedFetch[] = [];
  const fetch = (fetched: AskedFetch): Promise<Brought> => {
    const state = states[Math.min(asked.length, states.length - 1)] ?? null;
    asked.push(fetched);
    fetched.context.states?.push({ agency: 'a', state });
    const entities = fetched.request.variables['representations'] as readonly { readonly code: string }[];
    const answers = entities.map(({ code }) => ({ name: `name of ${code}` }));
    return Promise.resolve({ data: { _entities: answers }, errors: [], ...tell(fetched) });
  };
  const source = new RememberedAnswers({
    agency: 'a',
    state,
    fetches: new FetchMemory(1_000_000),
    source: { fetch } as FetchSource,
    shapes: new FetchShapes(schema),
  });
  return { source, asked, state };
}

/** One run of an operation, in which an agency is asked several times. */
function run(kind: 'anonymous' | 'named' = 'anonymous') {
  const states: unknown[] = [];
  // Nothing else of the context is looked at here.
  const context = { viewer: { kind }, states, touched: [], samples: new Set() } as unknown as AskedFetch['context'];
  const about = (codes: readonly string[], query = names): AskedFetch => {
    const representations = codes.map((code) => ({ __typename: 'Area', code }));
    return {
      context,
      place: ['areas', '@'],
      request: { query, operationName: undefined, variables: { representations } },
    };
  };
  return { states, about };
}

/** Answers of which nothing is remembered, besides those with something made up. */
const oddAnswers: readonly (readonly [string, Telling])[] = [
  [
    'has an error',
    () => ({
      errors: [new AgencyError({ agency: 'a', code: 'BAD_USER_INPUT', message: 'no', path: null, lost: [] })],
    }),
  ],
  [
    'touches what is not for everybody',
    ({ context }) => {
      const touched = { dataset: 'd', releases: [], areas: [], indicators: [], cuts: [], shown: 1, withheld: 0 };
      context.touched?.push({ ...touched, agency: 'a' });
      return {};
    },
  ],
  ['brings nothing', () => ({ data: null })],
];

afterEach(() => {
  vi.useRealTimers();
});

describe('names of areas', () => {
  it('are not asked for again once the agency has said in a run that it answers by the same state', async () => {
    const { source, asked } = agencyIn(['s.1']);
    const first = run();
    const [one] = [await source.fetch(first.about(['E1', 'E2']))];
    const second = run();
    await source.fetch(second.about(['E9']));
    const brought = await source.fetch(second.about(['E2', 'E1', 'E2']));
    expect(asked).toHaveLength(2);
    expect(one.data).toEqual({ _entities: [{ name: 'name of E1' }, { name: 'name of E2' }] });
    expect(brought).toEqual({
      data: { _entities: [{ name: 'name of E2' }, { name: 'name of E1' }, { name: 'name of E2' }] },
      errors: [],
    });
    expect(second.states).toHaveLength(2);
  });

  it('belong to whoever gets them, who writes into them', async () => {
    const { source } = agencyIn(['s.1']);
    const { about } = run();
    await source.fetch(about(['E1']));
    const [one, other] = [await source.fetch(about(['E1'])), await source.fetch(about(['E1']))];
    expect(one.data?.['_entities']).toEqual(other.data?.['_entities']);
    expect((one.data?.['_entities'] as unknown[])[0]).not.toBe((other.data?.['_entities'] as unknown[])[0]);
  });

  it('are asked for when the state is another, and in a run in which nothing is known of it yet', async () => {
    const { source, asked } = agencyIn(['s.1', 's.2']);
    await source.fetch(run().about(['E1']));
    const { about } = run();
    await source.fetch(about(['E1']));
    await source.fetch(about(['E1']));
    expect(asked).toHaveLength(2);
    await source.fetch(run().about(['E1']));
    expect(asked).toHaveLength(3);
  });

  it('are asked for on another day in London: what is not yet due depends on it', async () => {
    vi.useFakeTimers({ now: new Date('2026-06-30T22:59:00Z'), toFake: ['Date'] });
    const { source, asked } = agencyIn(['s.1']);
    const { about } = run();
    await source.fetch(about(['E1']));
    await source.fetch(about(['E1']));
    expect(asked).toHaveLength(1);
    vi.setSystemTime(new Date('2026-06-30T23:00:00Z'));
    await source.fetch(about(['E1']));
    expect(asked).toHaveLength(2);
  });

  it.each<readonly [string, Telling]>([
    ...oddAnswers,
    [
      'has something made up',
      ({ context }) => {
        context.samples?.add('sample');
        return {};
      },
    ],
  ])('are not remembered of an answer that %s', async (_, tell) => {
    const { source, asked } = agencyIn(['s.1'], tell);
    const { about } = run();
    await source.fetch(about(['E1']));
    await source.fetch(about(['E1']));
    expect(asked).toHaveLength(2);
  });

  it('are asked for by who is named, and lists always', async () => {
    const { source, asked } = agencyIn(['s.1']);
    const [open, named] = [run(), run('named')];
    for (const about of [open.about, named.about]) {
      await source.fetch(about(['E1'], years));
      await source.fetch(about(['E1'], years));
    }
    expect(asked).toHaveLength(4);
    await source.fetch(named.about(['E1']));
    await source.fetch(named.about(['E1']));
    expect(asked).toHaveLength(6);
  });
});

describe('a whole fetch', () => {
  it('is sent twice, and then not again while the state of the agency is held and is the one by which it has answered', async () => {
    const { source, asked, state } = agencyIn(['s.1']);
    state.held = 's.1';
    const [first, ...later] = [run(), run(), run(), run()];
    const brought = [await source.fetch(first.about(['E1'], years))];
    for (const { about } of later) brought.push(await source.fetch(about(['E1'], years)));
    expect(asked).toHaveLength(2);
    expect(new Set(brought.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(brought[2]?.data?.['_entities']).not.toBe(brought[3]?.data?.['_entities']);
    expect(later.at(-1)?.states).toEqual([{ agency: 'a', state: 's.1' }]);
  });

  it.each([null, 's.2', 't.1'])('is sent again where the state that is held is %s', async (held) => {
    const { source, asked, state } = agencyIn(['s.1']);
    state.held = 's.1';
    for (let each = 0; each < 3; each += 1) await source.fetch(run().about(['E1'], years));
    expect(asked).toHaveLength(2);
    state.held = held;
    await source.fetch(run().about(['E1'], years));
    expect(asked).toHaveLength(3);
  });

  it('is sent again on another day in London', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T23:59:00Z'), toFake: ['Date'] });
    const { source, asked, state } = agencyIn(['s.1']);
    state.held = 's.1';
    for (let each = 0; each < 3; each += 1) await source.fetch(run().about(['E1'], years));
    vi.setSystemTime(new Date('2026-01-02T00:00:00Z'));
    await source.fetch(run().about(['E1'], years));
    expect(asked).toHaveLength(3);
  });

  it('is another one about other entities, of another text and with other variables', async () => {
    const { source, asked, state } = agencyIn(['s.1']);
    state.held = 's.1';
    const one = run().about(['E1'], years);
    const fetches = [
      one,
      run().about(['E2'], years),
      run().about(['E1'], years.replace('years', 'years code')),
      { ...one, request: { ...one.request, variables: { ...one.request.variables, from: '2024-01' } } },
    ];
    for (const each of [...fetches, ...fetches, ...fetches]) await source.fetch(each);
    expect(asked).toHaveLength(8);
  });

  it('says of remembered answers what has been made up in them', async () => {
    const { source, asked, state } = agencyIn(['s.1'], ({ context }) => {
      context.samples?.add('sample');
      return {};
    });
    state.held = 's.1';
    for (let each = 0; each < 3; each += 1) {
      const { context, ...rest } = run().about(['E1'], years);
      await source.fetch({ ...rest, context });
      expect([...(context.samples ?? [])]).toEqual(['sample']);
    }
    expect(asked).toHaveLength(2);
  });

  it.each(oddAnswers)('is sent each time where its answer %s', async (_, tell) => {
    const { source, asked, state } = agencyIn(['s.1'], tell);
    state.held = 's.1';
    for (let each = 0; each < 4; each += 1) await source.fetch(run().about(['E1'], years));
    expect(asked).toHaveLength(4);
  });

  it('is sent each time by who is named, also where it is remembered of others', async () => {
    const { source, asked, state } = agencyIn(['s.1']);
    state.held = 's.1';
    for (let each = 0; each < 3; each += 1) await source.fetch(run().about(['E1'], years));
    for (let each = 0; each < 3; each += 1) await source.fetch(run('named').about(['E1'], years));
    expect(asked).toHaveLength(5);
  });
});
