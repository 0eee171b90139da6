import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fanOutEntities, fanOutPath, findDistinct, isWhole } from './representations.ts';

const hackney = { __typename: 'Area', code: 'E09000012' };
const camden = { __typename: 'Area', code: 'E09000007' };

describe('findDistinct', () => {
  it('keeps the first of each, and says where each stood', () => {
    expect(findDistinct([hackney, camden, { ...hackney }, camden])).toEqual({
      unique: [hackney, camden],
      places: [0, 1, 0, 1],
    });
  });

  it('keeps entities apart that differ in anything', () => {
    expect(findDistinct([hackney, { ...hackney, __typename: 'Borough' }]).places).toEqual([0, 1]);
  });

  it('has nothing to do for no entities', () => {
    expect(findDistinct([])).toEqual({ unique: [], places: [] });
  });
});

describe('an object whose key is null', () => {
  const schema = buildSchema('type Area { code: ID! name: String } type Query { area: Area }');
  const keyless = { ...hackney, code: null };

  it('is not whole, and one is that lacks what may be null', () => {
    expect([hackney, { ...hackney, name: null }, keyless].map((one) => isWhole(schema, one))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is not asked about, and has no answer', () => {
    const entities = findDistinct([hackney, keyless, camden], (one) => isWhole(schema, one));
    expect(entities.unique).toEqual([hackney, camden]);
    expect(fanOutEntities([{ name: 'Hackney' }, { name: 'Camden' }], entities)).toEqual([
      { name: 'Hackney' },
      null,
      { name: 'Camden' },
    ]);
    expect(fanOutPath(['_entities', 1, 'name'], entities)).toEqual([['_entities', 2, 'name']]);
  });
});

describe('fanOutEntities', () => {
  it('gives every place its answer, and no two the same object', () => {
    const answers = [{ name: 'Hackney', health: { rates: [1] } }, null];
    const all = fanOutEntities(answers, findDistinct([hackney, camden, hackney, camden]));
    expect(all).toEqual([answers[0], null, answers[0], null]);
    expect(all[2]).not.toBe(all[0]);
    expect(all[2]).toHaveProperty('health');
    expect((all[2] as { health: object }).health).not.toBe((all[0] as { health: object }).health);
  });
});

describe('fanOutPath', () => {
  it('names each place of the entity', () => {
    const entities = findDistinct([hackney, camden, hackney]);
    expect(fanOutPath(['_entities', 0, 'health', 'rates'], entities)).toEqual([
      ['_entities', 0, 'health', 'rates'],
      ['_entities', 2, 'health', 'rates'],
    ]);
  });
});
