import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { placesOf } from './answer-places.ts';
import { bendAnswer, type BendKind } from './bend-answer.ts';

const schema = buildSchema(`
  type Query { area: Area! }
  type Area { name: String! note: String areas: [Area!]! }`);
const query =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Area { name areas { note } } } }';

const right = (entities: number) => ({
  query,
  body: { data: { _entities: Array.from({ length: entities }, () => ({ name: 'n', areas: [{ note: 'x' }] })) } },
});
const bend = (kind: BendKind, entities: number, seed = 1): unknown =>
  bendAnswer({ schema, kind, random: createRandom(seed) }, right(entities));

describe('a bent answer', () => {
  it('has the places that the query asks for, through type conditions', () => {
    expect(placesOf(schema, query).map(({ path, isNonNull }) => [path.join('.'), isNonNull])).toEqual([
      ['_entities.areas', true],
      ['_entities.areas.note', false],
      ['_entities.name', true],
    ]);
  });

  it('has the same places however the query is written', () => {
    const inFragment =
      query.replace('name areas { note }', '...F') + ' fragment F on Area { areas { note note } name }';
    expect(placesOf(schema, inFragment)).toEqual(placesOf(schema, query));
  });

  it('is bent alike however often an entity is asked for', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const [one, two] = [1, 2].map(
        (entities) => bend('wrong shape', entities, seed) as ReturnType<typeof right>['body'],
      );
      expect(two?.data._entities[1]).toEqual(one?.data._entities[0]);
    }
  });

  it('has a wrong shape where it had null for a list', () => {
    const answer = {
      query: 'query { _entities(representations: []) { ... on Area { areas { note } } } }',
      body: { data: { _entities: [{ areas: null }] } },
    };
    const bent = [1, 2, 3, 4, 5, 6].map((seed) =>
      bendAnswer({ schema, kind: 'wrong shape', random: createRandom(seed) }, structuredClone(answer)),
    );
    // Null where chance picks a note: there is none.
    expect(new Set(bent.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['null', '{"data":{"_entities":[{"areas":{"0":{}}}]}}']),
    );
  });

  it('reports an error at every null that it leaves', () => {
    expect(bend('error in place', 2)).toMatchObject({
      data: { _entities: [{ areas: [{ note: null }] }, { areas: [{ note: null }] }] },
      errors: [{ path: ['_entities', 0, 'areas', 0, 'note'] }, { path: ['_entities', 1, 'areas', 0, 'note'] }],
    });
  });

  it('has null where none is allowed, and says nothing of it', () => {
    const bent = Array.from({ length: 8 }, (_, seed) => JSON.stringify(bend('null where none is allowed', 1, seed)));
    expect(new Set(bent)).toEqual(
      new Set([
        '{"data":{"_entities":[{"name":null,"areas":[{"note":"x"}]}]}}',
        '{"data":{"_entities":[{"name":"n","areas":null}]}}',
        '{"data":{"_entities":[{"name":"n","areas":[null]}]}}',
      ]),
    );
  });

  it('has an entity too few, or no data at all', () => {
    expect(bend('too few entities', 2)).toMatchObject({ data: { _entities: [{ name: 'n' }] } });
    expect(bend('error alone', 2)).toMatchObject({ data: null, errors: [{}] });
  });
});
