import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';
import type { Answer } from './answer.ts';
import { AskedFields } from './asked-fields.ts';
import { readFieldAgencies } from './field-agencies.ts';
import { judge, type Verdict } from './judge.ts';
import {
  asksForFigures,
  down,
  error,
  failing,
  type KnownAnswers,
  mistake,
  type RuleCase,
  usual,
} from './rule-cases/rule-case.ts';
import { casesOfDearQuestions } from './rule-cases/dear-questions.ts';
import { casesOfLosses } from './rule-cases/losses.ts';
import { casesWithFailures } from './rule-cases/with-failures.ts';
import { casesWithoutFailures } from './rule-cases/without-failures.ts';
import { rules } from './rules.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const fieldAgencies = readFieldAgencies(schema, agencies);

const cases = [...casesWithFailures, ...casesWithoutFailures, ...casesOfDearQuestions, ...casesOfLosses];

function judgeKnown({ query, ...known }: KnownAnswers & { readonly byApollo?: Answer }): Verdict {
  const operation = { query, variables: {} };
  return judge({
    byApollo: null,
    ...known,
    operation,
    asked: new AskedFields({ schema, agencies: fieldAgencies }, operation),
  });
}

function knownOf({ query = usual, plan, ours, stock, monolith }: RuleCase): KnownAnswers {
  return { query, plan, ours, stock, monolith };
}

const nearMisses = cases.flatMap((one) =>
  Object.entries(one.nearMisses).map(([what, changed]) => ({
    rule: one.rule,
    what,
    known: { ...knownOf(one), ...changed },
  })),
);

describe('the rules', () => {
  it('have a case each, a name each, and a reason', () => {
    expect(cases.map(({ rule }) => rule).toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
    expect(rules.filter(({ reason }) => reason.length < 40)).toEqual([]);
  });

  it.each(cases)('$rule', (one) => {
    const verdict = judgeKnown(knownOf(one));
    expect(verdict.unexplained).toEqual([]);
    expect(verdict.used).toContain(one.rule);
  });

  it.each(nearMisses)('$rule, but $what: that is a difference', ({ known }) => {
    expect(judgeKnown(known).unexplained).not.toEqual([]);
  });

  it('are asked about every difference, however many there are', () => {
    const areas = Array.from({ length: 40 }, (_, index) => index);
    const errors = areas.map((index) => down('criminal-justice', ['boroughs', index, 'reoffending']));
    const answer = (reoffending: unknown, note: (index: number) => string): Answer['data'] => ({
      boroughs: areas.map((index) => ({ note: note(index), reoffending })),
    });
    const verdict = judgeKnown({
      query: asksForFigures,
      plan: failing(['criminal-justice', 'refused']),
      ours: { data: answer(null, (index) => (index === 39 ? 'wrong' : 'right')), errors },
      stock: { data: answer(null, () => 'right'), errors: [error('INTERNAL_SERVER_ERROR')] },
      monolith: { data: answer([], () => 'right') },
    });
    const path = ['boroughs', 39, 'note'];
    expect(verdict.unexplained).toMatchObject([
      { oracle: 'stock', difference: { path } },
      { oracle: 'loss', difference: { path } },
    ]);
  });

  it('explain that an agency fails in what another has lost, where it is asked for something there', () => {
    const known = {
      query: '{ b: area(code: "E09000012") { type crime { recorded { relation } } } }',
      plan: failing(['local-authority', 'null where none is allowed'], ['policing', 'refused']),
      ours: {
        data: { b: null },
        errors: [down('policing', ['b']), error('INTERNAL_SERVER_ERROR', ['b', 'type'], { agency: 'local-authority' })],
      },
      stock: { data: { b: null }, errors: [error('INTERNAL_SERVER_ERROR')] },
      monolith: { data: { b: { type: 'BOROUGH', crime: { recorded: null } } } },
    };
    expect(judgeKnown(known).unexplained).toEqual([]);
    expect(judgeKnown({ ...known, query: usual }).unexplained).not.toEqual([]);
    const unsaid = { ...known.ours, errors: known.ours.errors.slice(0, 1) };
    expect(judgeKnown({ ...known, ours: unsaid }).unexplained).not.toEqual([]);
  });

  it('explain an error that the stock gateway feels further up, where it has dropped an area', () => {
    const place = ['b', 'crime'];
    const known = {
      query: '{ b: borough(code: "E09000012") { crime { recorded { relation } } } }',
      plan: failing(['policing', 'error in place']),
      ours: { data: { b: { crime: null } }, errors: [mistake('no such thing', place)] },
      stock: { data: { b: null }, errors: [mistake('no such thing', place)] },
      monolith: { data: { b: { crime: { recorded: null } } } },
    };
    expect(judgeKnown(known).unexplained).toEqual([]);
    const other = { ...known.stock, errors: [mistake('no such thing', ['b', 'health'])] };
    expect(judgeKnown({ ...known, stock: other }).unexplained).not.toEqual([]);
    const masked = {
      ours: { ...known.ours, errors: [error('INTERNAL_SERVER_ERROR', place, { agency: 'policing' })] },
      stock: { ...known.stock, errors: [error('SOME_CODE', place, { serviceName: 'policing' })] },
    };
    expect(judgeKnown({ ...known, ...masked }).unexplained).toEqual([]);
    const elsewhere = { ...known.stock, errors: [error('SOME_CODE', ['c', 'crime'], { serviceName: 'policing' })] };
    expect(judgeKnown({ ...known, ...masked, stock: elsewhere }).unexplained).not.toEqual([]);
  });

  it('explain that Apollo’s executor names an earlier member of a list than the one that an agency has lost', () => {
    const told = (position: number, requestId: string): Answer => ({
      data: { catalogue: [{ agency: { contact: 'x' } }, { agency: { contact: null } }] },
      errors: [
        {
          message: `It failed. Quote ${requestId}.`,
          path: ['catalogue', position, 'agency', 'contact'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', agency: 'health', requestId },
        },
      ],
    });
    const known = {
      query: '{ catalogue { agency { contact } } }',
      plan: failing(['health', 'error in place']),
      ours: told(1, 'r1'),
      byApollo: told(0, 'r2'),
      stock: told(1, 'r3'),
      monolith: { data: { catalogue: [{ agency: { contact: 'x' } }, { agency: { contact: 'y' } }] } },
    };
    expect(judgeKnown(known)).toEqual({
      unexplained: [],
      used: expect.arrayContaining(['an error names the member that it is about']) as unknown,
    });
    const swapped = { ...known, ours: known.byApollo, byApollo: known.ours };
    const healthy = { ...known, plan: failing(['policing', 'error in place']) };
    for (const wrong of [swapped, healthy]) expect(judgeKnown(wrong).unexplained).not.toEqual([]);
  });

  it('explain no leak', () => {
    const known = {
      query: usual,
      plan: failing(['health', 'refused']),
      ours: {
        data: { health: null },
        errors: [error('AGENCY_UNAVAILABLE', ['health'], { agency: 'health', at: '10.1.2.3' })],
      },
      stock: { data: { health: null }, errors: [error('INTERNAL_SERVER_ERROR')] },
      monolith: { data: { health: { x: 1 } } },
    };
    expect(judgeKnown(known).unexplained).toMatchObject([{ difference: { kind: 'leak' } }]);
  });
});
