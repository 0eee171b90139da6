import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AgencyError } from './agency-error.ts';
import type { AskedFetch, Brought, FetchSource } from './agency-source.ts';
import { FetchShapes } from './fetch-shapes.ts';
import { RememberedEntities } from './remembered-entities.ts';

const schema = buildSchema('type Query { area: Area } type Area { code: ID! name: String years: [Int!] }');
const names =
  'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { name } } }';
const years = names.replace('name', 'years');

type Telling = (asked: AskedFetch) => Partial<Brought>;

/** An agency that answers by a state, and how often it was asked. */
function agencyIn(states: readonly string[], tell: Telling = () => ({})) {
  const asked: AskedFetch[] = [];
  const fetch = (fetched: AskedFetch): Promise<Brought> => {
    const state = states[Math.min(asked.length, states.length - 1)] ?? null;
    asked.push(fetched);
    fetched.context.states?.push({ agency: 'a', state });
    const entities = fetched.request.variables['representations'] as readonly { readonly code: string }[];
    const answers = entities.map(({ code }) => ({ name: `name of ${code}` }));
    return Promise.resolve({ data: { _entities: answers }, errors: [], ...tell(fetched) });
  };
  const source = new RememberedEntities({
    agency: 'a',
    source: { fetch } as FetchSource,
    shapes: new FetchShapes(schema),
  });
  return { source, asked };
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

  it.each<readonly [string, Telling]>([
    [
      'has an error',
      () => ({
        errors: [new AgencyError({ agency: 'a', code: 'BAD_USER_INPUT', message: 'no', path: null, lost: [] })],
      }),
    ],
    [
      'has something made up',
      ({ context }) => {
        context.samples?.add('sample');
        return {};
      },
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
