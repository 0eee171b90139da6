import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { findDeniedNulls } from './denied-nulls.ts';
import { describeFetch } from './fetch-shape.ts';
import { isFlawless } from './flawless-answers.ts';
import { isJsonObject, type JsonObject } from './json.ts';
import { checkForm } from './subgraph-answer.ts';

const schema = buildSchema(`
  type Query { area: Area areas: [Area!]! }
  interface Place { code: ID! }
  type Area implements Place {
    code: ID! note: String parts: [Area!] tags: [[String!]]! grid: [[Float]!] toString: String near: Place }`);

const { root } = describeFetch(
  schema,
  `{ area { __typename code note parts { code } tags grid toString near { kind: __typename code } }
    areas { code parts { code note } } }`,
);

const right: JsonObject = {
  area: {
    __typename: 'Area',
    code: 'E1',
    note: null,
    parts: [{ code: 'E2' }, { code: 3 }],
    tags: [['a', 'b'], null],
    grid: [[1, null], []],
    toString: 'text',
    near: { kind: 'Area', code: 'E4' },
  },
  areas: [{ code: 'E5', parts: [{ code: 'E6', note: 'text' }] }],
};

/** What may stand in the place of any value. */
const others: readonly unknown[] = [null, 7, 'text', true, [], [null], [[]], [[null]], [7], {}, { code: 'E7' }, [{}]];

it('what is right in every part has no flaw', () => {
  expect(isFlawless(right, root)).toBe(true);
  expect(isFlawless({ area: null, areas: [] }, root)).toBe(true);
  expect(isFlawless({}, root)).toBe(true);
});

it('what has any other value in any one place has a flaw where it is of a wrong form or has a denied null, and not elsewhere', () => {
  const data = [...variantsOf(right)].filter(isJsonObject);
  const flawless = data.filter((each) => isFlawless(each, root));
  expect(flawless).toEqual(data.filter((each) => isOfForm(each) && findDeniedNulls(each, root).length === 0));
  expect([data.length, flawless.length]).toEqual([380, 106]);
});

/** The value with something else in each of its places, one at a time, or nothing there. */
function* variantsOf(value: unknown): Generator {
  yield* others;
  if (Array.isArray(value))
    for (const [index, element] of value.entries())
      for (const variant of variantsOf(element)) yield value.with(index, variant);
  else if (isJsonObject(value))
    for (const key of Object.keys(value)) {
      const { [key]: member, ...rest } = value;
      yield rest;
      for (const variant of variantsOf(member)) yield { ...value, [key]: variant };
    }
}

function isOfForm(data: JsonObject): boolean {
  try {
    checkForm(data, root);
    return true;
  } catch {
    return false;
  }
}
