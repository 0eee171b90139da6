import { noFailures } from '../failures/failure.ts';
import { error, failing, lost, type RuleCase, whole } from './rule-case.ts';

/** Cases of the rules about what costs much. */
export const casesOfDearQuestions: readonly RuleCase[] = [
  {
    plan: noFailures,
    monolith: { data: whole },
    rule: 'what would cost too much is asked of nobody',
    ours: { errors: [error('OPERATION_TOO_LARGE')] },
    stock: { data: whole },
    nearMisses: {
      'it is refused for something else': { ours: { errors: [error('GRAPHQL_VALIDATION_FAILED')] } },
      'it is one part that would cost too much': { ours: { errors: [error('OPERATION_TOO_LARGE', ['health'])] } },
      'something of it is answered': { ours: { data: lost, errors: [error('OPERATION_TOO_LARGE')] } },
      'something else is wrong, too': {
        ours: { errors: [error('OPERATION_TOO_LARGE'), error('INTERNAL_SERVER_ERROR')] },
      },
    },
  },
  {
    plan: failing(['health', 'slow']),
    monolith: { data: whole },
    rule: 'an agency that is too slow for a dear question makes the question too large',
    ours: { data: lost, errors: [error('OPERATION_TOO_LARGE', ['health'])] },
    stock: { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMisses: {
      'it is not slow': { plan: failing(['health', 'refused']) },
      'another is slow': { plan: failing(['policing', 'slow']) },
      'nothing is missing there': {
        ours: { data: whole, errors: [error('OPERATION_TOO_LARGE', ['health'])] },
        stock: { data: whole, errors: [error('INTERNAL_SERVER_ERROR')] },
      },
    },
  },
];
