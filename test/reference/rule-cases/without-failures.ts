import { noFailures } from '../failures/failure.ts';
import { error, failing, lost, mistake, type RuleCase, usual, whole } from './rule-case.ts';

const asksNothing = '{ health { x: name @skip(if: true) } }';
const asksOnDate = `{
  health { x: series(indicators: [], asPublishedOn: "x") { nodes { relation } } } elsewhere: policing { name }
}`;
const date = 'Date "x" is not valid: expected a day';

const entries = { catalogue: [{ agency: { x: 1 } }, { agency: null }] };
const asksEntries = '{ catalogue { agency { x: series(indicators: []) { hasNextPage } } } }';
const ofEntry = (position: number) => ({
  data: entries,
  errors: [mistake('no such', ['catalogue', position, 'agency', 'x'])],
});

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
    query: asksEntries,
    monolith: ofEntry(1),
    rule: 'an error names the member that it is about',
    ours: ofEntry(1),
    stock: ofEntry(0),
    nearMisses: {
      'it is of another without a gateway': { monolith: ofEntry(0) },
      'ours names the earlier one': { ours: ofEntry(0), stock: ofEntry(1) },
      'it is another mistake': {
        stock: { ...ofEntry(0), errors: [mistake('other', ['catalogue', 0, 'agency', 'x'])] },
      },
      'it is of another field': {
        stock: { ...ofEntry(0), errors: [mistake('no such', ['catalogue', 0, 'agency', 'y'])] },
      },
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
    rule: 'an object of which nothing is asked is there',
    ours: { data: { health: {} } },
    stock: { data: lost },
    nearMisses: {
      'it has a value': { ours: { data: whole }, monolith: { data: whole } },
      'it is not there without a gateway': { monolith: { data: lost } },
      'something is asked': { query: usual },
    },
  },
  {
    plan: noFailures,
    query: asksNothing,
    monolith: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    rule: 'an argument is read where nothing is asked',
    ours: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    stock: { data: lost },
    nearMisses: {
      'something is asked': { query: usual },
      'nobody refuses it without a gateway': { monolith: { data: lost } },
    },
  },
  {
    plan: noFailures,
    monolith: { data: { b: { x: 1, y: 2 } } },
    rule: 'fields come in the order of the text',
    ours: { data: { b: { x: 1, y: 2 } } },
    stock: { data: { b: { y: 2, x: 1 } } },
    nearMisses: {
      'ours has another': { ours: { data: { b: { y: 2, x: 1 } } }, stock: { data: { b: { x: 1, y: 2 } } } },
    },
  },
  {
    plan: noFailures,
    query: 'query ($v: Boolean = true) { b: area(code: "E09000012") { x: name y: note @include(if: $v) z: code } }',
    monolith: { data: { b: { x: 1, y: 2, z: 3 } } },
    rule: 'what a variable decides on comes last',
    ours: { data: { b: { x: 1, z: 3, y: 2 } } },
    stock: { data: { b: { x: 1, z: 3, y: 2 } } },
    nearMisses: { 'no variable decides': { query: usual } },
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
