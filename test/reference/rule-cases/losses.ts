import type { Answer, AnswerError } from '../answer.ts';
import { bothAreDown, down, error, failing, healthIsDown, lost, type RuleCase, whole } from './rule-case.ts';

const absent = (fields: readonly string[], note: string | null, errors: readonly AnswerError[] = []): Answer => ({
  data: { b: { note, policingAbsences: fields.map((field) => ({ field })) } },
  errors,
});

/** Cases of the rules about what ours lacks while agencies fail. */
export const casesOfLosses: readonly RuleCase[] = [
  {
    plan: failing(['local-authority', 'refused']),
    query: '{ b: area(code: "E09000012") { note crimeRate { relation } courtDelay { __typename } } }',
    rule: 'what requires a lost value is lost with it',
    ours: { data: { b: { note: null, crimeRate: null } }, errors: [down('local-authority', ['b', 'note'])] },
    stock: { data: { b: { note: null, crimeRate: null } }, errors: [error('INTERNAL_SERVER_ERROR')] },
    monolith: { data: { b: { note: 'n', crimeRate: { relation: 'r' } } } },
    nearMisses: {
      'it requires nothing': {
        ours: { data: { b: { note: null, courtDelay: null } }, errors: [down('local-authority', ['b', 'note'])] },
        stock: { data: { b: { note: null, courtDelay: null } }, errors: [error('INTERNAL_SERVER_ERROR')] },
        monolith: { data: { b: { note: 'n', courtDelay: { __typename: 'CourtDelay' } } } },
      },
      'nobody fails beside it': {
        ours: { data: { b: { crimeRate: null } } },
        stock: { data: { b: { crimeRate: null } } },
        monolith: { data: { b: { crimeRate: { relation: 'r' } } } },
      },
    },
  },
  {
    plan: failing(['local-authority', 'null where none is allowed']),
    query: '{ b: area(code: "E09000012") { note policingAbsences { field } } }',
    rule: 'a list of what is missing has what requires a lost value',
    ours: absent(['one', 'crimeRate', 'two'], null, [down('local-authority', ['b', 'note'])]),
    stock: absent(['one', 'crimeRate', 'two'], null, [error('INTERNAL_SERVER_ERROR')]),
    monolith: absent(['one', 'two'], 'n'),
    nearMisses: { 'another one is not said': { ours: absent(['one', 'crimeRate'], null) } },
  },
  {
    ...healthIsDown,
    rule: 'what is lost is said',
    ours: { data: lost, errors: [down('health', ['health'])] },
    stock: { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMisses: {
      'more is missing': { monolith: { data: { health: { x: 1 }, more: 2 } } },
      'another agency is said to have lost it': {
        plan: bothAreDown,
        ours: { data: lost, errors: [down('policing', ['health'])] },
      },
      'a mistake elsewhere is not said': {
        ours: { data: { ...lost, elsewhere: null }, errors: [down('health', ['health'])] },
        stock: { data: { ...lost, elsewhere: null }, errors: [error('INTERNAL_SERVER_ERROR')] },
        monolith: { data: { ...whole, elsewhere: null }, errors: [error('BAD_USER_INPUT', ['elsewhere'])] },
      },
      'all is lost with it': {
        ours: { data: null, errors: [down('health', ['health'])] },
        stock: { data: null, errors: [error('INTERNAL_SERVER_ERROR')] },
      },
    },
  },
];
