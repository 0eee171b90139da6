import { noFailures } from '../failures/failure.ts';
import { error, failing, mistake, usual } from './rule-case.ts';
import type { RuleCase } from './rule-case.ts';

const asksNothing = '{ health { x: name @skip(if: true) } }';
const usesFragments = '{ b: area(code: "E09000012") { ... on Borough { x: name } y: note } }';
const [whole, lost] = [{ health: { x: 1 } }, { health: null }];
const asksOnDate = `{
  health { x: series(indicators: [], asPublishedOn: "x") { nodes { relation } } } elsewhere: policing { name }
}`;
const date = 'Date "x" is not valid: expected a day';

/** Cases of the rules that hold while no agency fails, too. */
export const casesWithoutFailures: readonly RuleCase[] = [
  {
    plan: noFailures,
    monolith: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    rule: 'a mistake that fails a whole fetch has its place',
    ours: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    stock: { data: lost, errors: [error('BAD_USER_INPUT')] },
    nearMisses: {
      'it is another mistake': { stock: { data: lost, errors: [mistake('another')] } },
      'it has another place': { stock: { data: lost, errors: [error('BAD_USER_INPUT', ['elsewhere'])] } },
    },
  },
  {
    plan: noFailures,
    query: asksOnDate,
    monolith: { data: whole, errors: [mistake(date, ['health', 'x'])] },
    rule: 'a malformed date fails a whole fetch',
    ours: { data: lost, errors: [mistake(date, ['health'])] },
    stock: { data: lost, errors: [mistake(date, ['health'])] },
    nearMisses: {
      'more is missing': { monolith: { data: { ...whole, more: 1 } } },
      'the client has given no such date': { query: usual },
      'a mistake elsewhere is not said': {
        monolith: { data: whole, errors: [error('BAD_USER_INPUT', ['elsewhere'])] },
      },
      'another date is not said': {
        monolith: { data: whole, errors: [mistake(date.replace('x', 'y'), ['elsewhere'])] },
      },
    },
  },
  {
    plan: noFailures,
    query: asksNothing,
    monolith: { data: { health: {} } },
    rule: 'an object of which nothing is asked is null',
    ours: { data: lost },
    stock: { data: lost },
    nearMisses: {
      'it has a value': { monolith: { data: whole } },
      'something is asked': { query: usual },
    },
  },
  {
    plan: noFailures,
    query: asksNothing,
    monolith: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    rule: 'an argument is not read where nothing is asked',
    ours: { data: lost },
    stock: { data: lost },
    nearMisses: { 'something is asked': { query: usual } },
  },
  {
    plan: noFailures,
    query: usesFragments,
    monolith: { data: { b: { x: 1, y: 2 } } },
    rule: 'fields come in the order of the plan',
    ours: { data: { b: { y: 2, x: 1 } } },
    stock: { data: { b: { y: 2, x: 1 } } },
    nearMisses: {
      'the stock gateway has another': { stock: { data: { b: { x: 1, y: 2 } } } },
      'no fragments meet': { query: usual },
    },
  },
  {
    plan: noFailures,
    monolith: { data: { b: {} } },
    rule: 'an agency answers for kinds that it does not know',
    ours: { data: { b: {} }, errors: [error('BAD_USER_INPUT', ['b', 'x'])] },
    stock: { data: { b: {} }, errors: [error('BAD_USER_INPUT', ['b', 'x'])] },
    nearMisses: { 'the stock gateway does not hand it on': { stock: { data: { b: {} } } } },
  },
  {
    plan: noFailures,
    query: '{ health { x: name ... @include(if: false) { series { nodes { id } } } } }',
    monolith: { data: whole },
    rule: 'the planner asks for what is skipped',
    ours: { data: lost, errors: [mistake('no such thing', ['health', 'series'])] },
    stock: { data: lost, errors: [mistake('no such thing', ['health', 'series'])] },
    nearMisses: {
      'it is asked for': { query: '{ health { x: name series { nodes { id } } } }' },
      'the stock gateway does not say so': { stock: { data: whole } },
      'it is about another field': {
        ours: { data: lost, errors: [mistake('no such thing', ['health', 'x'])] },
        stock: { data: lost, errors: [mistake('no such thing', ['health', 'x'])] },
      },
    },
  },
  {
    plan: noFailures,
    monolith: { data: whole },
    rule: 'the planner cannot plan it',
    ours: { errors: [error('INTERNAL_SERVER_ERROR')] },
    stock: {
      errors: [{ ...error('INVALID_GRAPHQL'), message: 'x is potentially an interface object type at runtime' }],
    },
    nearMisses: { 'it says something else': { stock: { errors: [error('INVALID_GRAPHQL')] } } },
  },
  {
    plan: noFailures,
    monolith: { data: { b: { x: 1 } } },
    rule: 'an area keeps its kind',
    ours: { data: { b: { x: 1 } } },
    stock: { data: { b: {} } },
    nearMisses: {
      'it has another value': { stock: { data: { b: { x: 2 } } } },
      'the stock gateway says that it is lost': {
        plan: failing(['local-authority', 'error in place']),
        stock: { data: { b: null }, errors: [error('SOME_CODE', ['b'], { serviceName: 'local-authority' })] },
      },
      'it is no area': { ours: { data: whole }, stock: { data: { health: {} } }, monolith: { data: whole } },
    },
  },
];
