import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import { noFailures } from './failures/failure.ts';
import type { FailurePlan } from './failures/failure.ts';
import { judge } from './judge.ts';
import type { Operation } from './operation.ts';
import { rules } from './rules.ts';

const failing = (kind: 'refused' | 'wrong shape' | 'error in place'): FailurePlan => ({
  seed: '',
  byAgency: new Map([['health', kind]]),
});
const error = (code: string, path?: readonly (string | number)[], more: Record<string, unknown> = {}) => ({
  message: 'm',
  ...(path && { path }),
  extensions: { code, ...more },
});

interface Case {
  readonly operation?: Operation;
  readonly rule: string;
  readonly plan: FailurePlan;
  readonly ours: Answer;
  readonly stock: Answer;
  readonly monolith: Answer;
  /** The same, but for what makes the difference a wanted one. */
  readonly nearMiss: Partial<Omit<Case, 'rule' | 'nearMiss'>>;
}

const operation: Operation = { query: '{ health { x } elsewhere }', variables: {} };
const nothingAsked: Operation = { query: '{ health(area: "x") { x @skip(if: true) } }', variables: {} };
const [whole, lost] = [{ health: { x: 1 } }, { health: null }];
const down = { plan: failing('refused'), monolith: { data: whole } };
const date = 'Date "x" is not valid: expected a day';

const cases: readonly Case[] = [
  {
    ...down,
    rule: 'an agency that fails is named',
    ours: { data: lost, errors: [error('AGENCY_UNAVAILABLE', ['health'], { agency: 'health' })] },
    stock: { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMiss: { ours: { data: lost, errors: [error('AGENCY_UNAVAILABLE', ['health'], { agency: 'policing' })] } },
  },
  {
    ...down,
    rule: 'an agency’s own trouble is masked under its name',
    ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health'], { agency: 'health' })] },
    stock: { data: lost, errors: [error('DOWNSTREAM_SERVICE_ERROR')] },
    nearMiss: { ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health'])] } },
  },
  {
    ...down,
    rule: 'a failure without a place is replaced',
    ours: { data: lost, errors: [error('AGENCY_UNAVAILABLE', ['health'], { agency: 'health' })] },
    stock: { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMiss: { ours: { data: lost } },
  },
  {
    plan: failing('error in place'),
    monolith: { data: whole },
    rule: 'an agency’s code is replaced where it is not for clients',
    ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health'], { agency: 'health' })] },
    stock: { data: lost, errors: [error('SOME_CODE', ['health'])] },
    nearMiss: { stock: { data: lost, errors: [error('SOME_CODE', ['elsewhere'])] } },
  },
  {
    plan: failing('wrong shape'),
    monolith: { data: whole },
    rule: 'an answer that is not whole is not used',
    ours: { data: lost, errors: [error('AGENCY_UNAVAILABLE', ['health'], { agency: 'health' })] },
    stock: { data: { health: { x: [1] } } },
    nearMiss: { plan: failing('refused') },
  },
  {
    plan: failing('error in place'),
    monolith: { data: whole },
    rule: 'no null is silent',
    ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health', 'x'])] },
    stock: { data: lost, extensions: { valueCompletion: [{ message: 'm', path: ['health', 'x'] }] } },
    nearMiss: { stock: { data: lost } },
  },
  {
    plan: noFailures,
    monolith: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    rule: 'a mistake that fails a whole fetch has its place',
    ours: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    stock: { data: lost, errors: [error('BAD_USER_INPUT')] },
    nearMiss: { stock: { data: lost, errors: [{ ...error('BAD_USER_INPUT'), message: 'another' }] } },
  },
  {
    plan: noFailures,
    monolith: { data: whole, errors: [error('BAD_USER_INPUT', ['health', 'x'])] },
    rule: 'a malformed date fails a whole fetch',
    ours: { data: lost, errors: [{ ...error('BAD_USER_INPUT', ['health']), message: date }] },
    stock: { data: lost, errors: [{ ...error('BAD_USER_INPUT', ['health']), message: date }] },
    nearMiss: { monolith: { data: { ...whole, more: 1 } } },
  },
  {
    plan: noFailures,
    monolith: { data: { health: {} } },
    rule: 'an object of which nothing is asked is null',
    ours: { data: lost },
    stock: { data: lost },
    nearMiss: { monolith: { data: whole } },
  },
  {
    plan: noFailures,
    operation: nothingAsked,
    monolith: { data: lost, errors: [error('BAD_USER_INPUT', ['health'])] },
    rule: 'an argument is not read where nothing is asked',
    ours: { data: lost },
    stock: { data: lost },
    nearMiss: { operation },
  },
  {
    plan: noFailures,
    monolith: { data: { b: { x: 1, y: 2 } } },
    rule: 'fields come in the order of the plan',
    ours: { data: { b: { y: 2, x: 1 } } },
    stock: { data: { b: { y: 2, x: 1 } } },
    nearMiss: { stock: { data: { b: { x: 1, y: 2 } } } },
  },
  {
    plan: noFailures,
    monolith: { data: { b: {} } },
    rule: 'an agency answers for kinds that it does not know',
    ours: { data: { b: {} }, errors: [error('BAD_USER_INPUT', ['b', 'x'])] },
    stock: { data: { b: {} }, errors: [error('BAD_USER_INPUT', ['b', 'x'])] },
    nearMiss: { stock: { data: { b: {} } } },
  },
  {
    plan: noFailures,
    monolith: { data: whole },
    rule: 'the planner cannot plan it',
    ours: { errors: [error('INTERNAL_SERVER_ERROR')] },
    stock: {
      errors: [{ ...error('INVALID_GRAPHQL'), message: 'x is potentially an interface object type at runtime' }],
    },
    nearMiss: { stock: { errors: [error('INVALID_GRAPHQL')] } },
  },
  {
    plan: noFailures,
    monolith: { data: { b: { x: 1 } } },
    rule: 'an area keeps its kind',
    ours: { data: { b: { x: 1 } } },
    stock: { data: { b: {} } },
    nearMiss: { stock: { data: { b: { x: 2 } } } },
  },
  {
    plan: { seed: '', byAgency: new Map([['health', 'null where none is allowed']]) },
    monolith: { data: whole },
    rule: 'an entity whose key is null is not asked about',
    ours: { data: lost },
    stock: { data: lost },
    nearMiss: { plan: failing('error in place') },
  },
  {
    plan: failing('refused'),
    monolith: { data: { b: { x: null, y: 1 } } },
    rule: 'an area of a kind that nobody tells has nothing that its kind would decide',
    ours: { data: { b: { y: 1 } }, errors: [error('AGENCY_UNAVAILABLE', ['b'], { agency: 'health' })] },
    stock: { data: { b: { y: 1 } }, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMiss: { monolith: { data: { b: { x: null, y: 2 } } } },
  },
  {
    ...down,
    rule: 'what is lost is said',
    ours: { data: lost, errors: [error('AGENCY_UNAVAILABLE', ['health'], { agency: 'health' })] },
    stock: { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMiss: { monolith: { data: { health: { x: 1 }, more: 2 } } },
  },
];

describe('the rules', () => {
  it('have a case each, a name each, and a reason', () => {
    expect(cases.map(({ rule }) => rule).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
    expect(rules.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });

  it.each(cases)('$rule', ({ rule, nearMiss, ...known }) => {
    const situation = { operation, ...known };
    const verdict = judge(situation);
    expect(verdict.unexplained).toEqual([]);
    expect(verdict.used).toContain(rule);
    expect(judge({ ...situation, ...nearMiss }).unexplained).not.toEqual([]);
  });

  it('explain no error elsewhere than at a malformed date', () => {
    const refused = { data: lost, errors: [{ ...error('BAD_USER_INPUT', ['health']), message: date }] };
    const monolith = { data: whole, errors: [error('BAD_USER_INPUT', ['elsewhere'])] };
    expect(judge({ operation, plan: noFailures, ours: refused, stock: refused, monolith }).unexplained).toMatchObject([
      { difference: { side: 'theirs' } },
    ]);
  });

  it('explain no leak', () => {
    const ours = {
      data: lost,
      errors: [error('AGENCY_UNAVAILABLE', ['health'], { agency: 'health', at: '10.1.2.3' })],
    };
    const stock = { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] };
    expect(judge({ ...down, operation, ours, stock }).unexplained).toMatchObject([{ difference: { kind: 'leak' } }]);
  });
});
