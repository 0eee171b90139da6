import { Kind, buildSchema, parse, print, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { writePlannable } from './plannable-operation.ts';

const schema = buildSchema(`
  interface Area { code: ID! rate(of: String): Rate inner: Area }
  type Ward implements Area { code: ID! rate(of: String): Rate inner: Area councillors: Int }
  type Borough implements Area { code: ID! rate(of: String): Rate inner: Area mayor: Place }
  type Place { name: String }
  type Rate { value: Float unit: String }
  union Known = Ward | Place
  type Query { area: Area borough: Borough known: Known }
`);
const requiringFields = new Set(['Area.rate']);

/** What becomes of an operation with the variables `$v` and `$w`. */
function write(selections: string): { planned: string; answered: string } {
  const document = parse(`query ($v: Boolean!, $w: Boolean!) ${selections}`);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the operation comes first');
  const { planned, answered } = writePlannable({ schema, requiringFields }, document, operation);
  return { planned, answered: print(answered) };
}

const formatted = (selections: string): string => print(parse(`query ($v: Boolean!, $w: Boolean!) ${selections}`));

describe('The operation that is planned', () => {
  it.each([
    ['is the same where nothing is to be avoided', '{ area { code ... on Ward { councillors } } }', undefined],
    [
      'has fragments in their places',
      '{ area { ...F } } fragment F on Ward { code }',
      '{ area { __typename ... on Ward { code } } }',
    ],
    [
      'asks for the kind where only some kinds are asked for something',
      '{ borough { inner { ... on Ward { code } ... on Borough { code } } } }',
      '{ borough { inner { __typename ... on Ward { code } ... on Borough { code } } } }',
    ],
    [
      'lacks what a constant leaves out, and the constants',
      '{ borough { code @skip(if: true) mayor @include(if: true) { name } ... @include(if: false) { inner { code } } } }',
      '{ borough { mayor { name } } }',
    ],
    [
      'keeps variables',
      '{ borough { code mayor @skip(if: $v) @include(if: true) { name } } }',
      '{ borough { code mayor @skip(if: $v) { name } } }',
    ],
    [
      'has a field that requires another agency’s in no fragment of conditions alone: it has these itself',
      '{ area { ... @skip(if: $v) { code ... on Ward @include(if: $w) { rate { value } } } } }',
      '{ area { __typename rate @skip(if: $v) @include(if: $w) { value } ... @skip(if: $v) { code } } }',
    ],
    ['asks for the kind where nothing is left', '{ borough { code @skip(if: true) } }', '{ borough { __typename } }'],
    [
      'asks for the kind where all may be left out',
      '{ area { ... @skip(if: $v) { code } ... on Ward { code @include(if: $w) } } }',
      '{ area { __typename ... @skip(if: $v) { code } ... on Ward { code @include(if: $w) } } }',
    ],
    [
      'has no fragment that picks nothing',
      '{ borough { ... on Area { ... on Borough { code } } ... { mayor { name } } } }',
      '{ borough { code mayor { name } } }',
    ],
    [
      'has no fragment that picks what is not there',
      '{ borough { code ... on Area { ... on Ward { councillors } } } }',
      '{ borough { code } }',
    ],
    [
      'picks of a union',
      '{ known { ... on Area { code } ... on Place { name } } }',
      '{ known { __typename ... on Area { code } ... on Place { name } } }',
    ],
    [
      'asks every kind for what needs another agency first',
      '{ area { ... on Ward { councillors rate(of: "a") { value } } } }',
      '{ area { __typename rate(of: "a") { value } ... on Ward { councillors } } }',
    ],
    [
      'does so under the conditions of the fragments around it, one of each',
      '{ area { ... on Ward @include(if: $v) { ... @skip(if: $w) { rate @include(if: $w) { value } } } } }',
      '{ area { __typename rate @include(if: $w) @skip(if: $w) { value } } }',
    ],
    [
      'does so within what it asks every kind for',
      '{ area { ... on Ward { inner { ... on Borough { rate { value } } } } } }',
      '{ area { __typename ... on Ward { inner { __typename rate { value } } } } }',
    ],
    [
      'leaves it where the kind is known',
      '{ borough { ... on Borough { rate { value } } } }',
      '{ borough { rate { value } } }',
    ],
    [
      'leaves it where kinds are asked for different things under one name',
      '{ area { ... on Ward { x: rate(of: "a") { value } } ... on Borough { x: rate(of: "b") { value } } } }',
      '{ area { __typename ... on Ward { x: rate(of: "a") { value } } ... on Borough { x: rate(of: "b") { value } } } }',
    ],
    [
      'lacks what the schema is asked of itself',
      '{ __schema { queryType { name } } borough { code } }',
      '{ borough { code } }',
    ],
  ])('%s', (_, given, expected = given) => {
    expect(validate(schema, parse(`query ($v: Boolean!, $w: Boolean!) ${given}`)).filter(isFault)).toEqual([]);
    expect(write(given).planned).toBe(formatted(expected));
  });
});

describe('The operation by which the answer is put together', () => {
  it.each([
    [
      'lacks what a constant leaves out, and fragments that pick nothing',
      '{ borough { code @skip(if: true) ... on Area { ... on Borough { mayor { name } } } } }',
      '{ borough { mayor { name } } }',
    ],
    ['has no kinds that the client has not asked for', '{ area { ... @skip(if: $v) { code } } }', undefined],
    ['asks a kind for what is its own', '{ area { ... on Ward { rate { value } } } }', undefined],
    [
      'asks for nothing where nothing is left',
      '{ borough { code @skip(if: true) } }',
      '{ borough { __typename @skip(if: true) } }',
    ],
    [
      'asks the schema of itself',
      '{ __schema { queryType { ...F } } } fragment F on __Type { name }',
      '{ __schema { queryType { ...F } } }',
    ],
  ])('%s', (_, given, expected = given) => {
    expect(write(given).answered).toBe(formatted(expected));
  });
});

/** A variable need not be used here. */
const isFault = ({ message }: Error): boolean => !message.includes('is never used');
