import {
  asksForFigures,
  bothAreDown,
  down,
  error,
  failing,
  healthIsDown,
  lost,
  type RuleCase,
  usual,
  whole,
} from './rule-case.ts';

const asksOfKind = '{ b: area(code: "E09000012") { y: name ... on Borough { x: note } } }';

const leavesOutHealth =
  'query ($v: Boolean = false) { b: area(code: "E09000012") { health @include(if: $v) { emergencyAdmissions { relation } } } }';

/** Cases of the rules about agencies that fail. */
export const casesWithFailures: readonly RuleCase[] = [
  {
    ...healthIsDown,
    rule: 'an agency that fails is named',
    ours: { data: lost, errors: [down('health', ['health'])] },
    stock: { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMisses: {
      'it does not fail': { ours: { data: lost, errors: [down('policing', ['health'])] } },
      'it fails, and has no part in this': {
        plan: bothAreDown,
        ours: { data: lost, errors: [down('health', ['health']), down('policing', ['health'])] },
      },
      'nothing is missing there': {
        ours: { data: whole, errors: [down('health', ['health'])] },
        stock: { data: whole, errors: [error('INTERNAL_SERVER_ERROR')] },
      },
    },
  },
  {
    ...healthIsDown,
    rule: 'an agency’s own trouble is masked under its name',
    ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health'], { agency: 'health' })] },
    stock: { data: lost, errors: [error('DOWNSTREAM_SERVICE_ERROR', undefined, { serviceName: 'health' })] },
    nearMisses: {
      'it has no name': { ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health'])] } },
      'it spoke to the client': {
        stock: { data: lost, errors: [error('BAD_USER_INPUT', ['health'], { serviceName: 'health' })] },
      },
    },
  },
  {
    ...healthIsDown,
    rule: 'a failure without a place is replaced',
    ours: { data: lost, errors: [down('health', ['health'])] },
    stock: { data: lost, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMisses: {
      'by nothing': { ours: { data: lost } },
      'by that of another agency': {
        plan: bothAreDown,
        stock: { data: lost, errors: [error('SOME_CODE', undefined, { serviceName: 'policing' })] },
      },
      'it is a mistake of the client': { stock: { data: lost, errors: [error('BAD_USER_INPUT')] } },
    },
  },
  {
    plan: failing(['health', 'error in place']),
    monolith: { data: whole },
    rule: 'an agency’s code is replaced where it is not for clients',
    ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health'], { agency: 'health' })] },
    stock: { data: lost, errors: [error('SOME_CODE', ['health'], { serviceName: 'health' })] },
    nearMisses: {
      'it is of another place': {
        stock: { data: lost, errors: [error('SOME_CODE', ['elsewhere'], { serviceName: 'health' })] },
      },
      'it is for clients': {
        stock: { data: lost, errors: [error('BAD_USER_INPUT', ['health'], { serviceName: 'health' })] },
      },
    },
  },
  {
    plan: failing(['health', 'wrong shape']),
    monolith: { data: whole },
    rule: 'an answer that is not whole is not used',
    ours: { data: lost, errors: [down('health', ['health'])] },
    stock: { data: { health: { x: [1] } } },
    nearMisses: {
      'it is whole': { plan: failing(['health', 'refused']) },
      'the whole one of another is not used': {
        plan: failing(['health', 'wrong shape'], ['policing', 'refused']),
        ours: { data: lost, errors: [down('policing', ['health'])] },
      },
      'the object around it is not used, either': {
        query: asksForFigures,
        plan: failing(['criminal-justice', 'wrong shape']),
        ours: { data: { boroughs: [null] }, errors: [down('criminal-justice', ['boroughs', 0, 'reoffending'])] },
        stock: { data: { boroughs: [{ note: 'n', reoffending: null }] } },
        monolith: { data: { boroughs: [{ note: 'n', reoffending: [] }] } },
      },
    },
  },
  {
    plan: failing(['health', 'error in place']),
    monolith: { data: whole },
    rule: 'no null is silent',
    ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health', 'x'])] },
    stock: { data: lost, extensions: { valueCompletion: [{ message: 'm', path: ['health', 'x'] }] } },
    nearMisses: {
      'nothing was promised': { stock: { data: lost } },
      'an agency is blamed': {
        ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['health', 'x'], { agency: 'health' })] },
      },
    },
  },
  {
    plan: failing(['local-authority', 'null where none is allowed']),
    query: asksForFigures,
    monolith: { data: { boroughs: [{ reoffending: [{ relation: 'r' }] }] } },
    rule: 'an entity whose key is null is not asked about',
    ours: {
      data: { boroughs: [{ reoffending: null }] },
      errors: [error('INTERNAL_SERVER_ERROR', ['boroughs', 0], { agency: 'local-authority' })],
    },
    stock: { data: { boroughs: [{ reoffending: null }] } },
    nearMisses: {
      'nobody says so': { ours: { data: { boroughs: [{ reoffending: null }] } } },
      'it is no entity': {
        query: usual,
        plan: failing(['policing', 'null where none is allowed']),
        ours: { data: lost, errors: [error('INTERNAL_SERVER_ERROR', ['elsewhere'], { agency: 'policing' })] },
        stock: { data: lost },
        monolith: { data: whole },
      },
      'no key is null': { plan: failing(['local-authority', 'error in place']) },
      'its own agency has the key': { plan: failing(['criminal-justice', 'null where none is allowed']) },
      'the agency with the key has it': {
        monolith: { data: { boroughs: [{ note: 'n' }] } },
        ours: { data: { boroughs: [{ note: null }] } },
        stock: { data: { boroughs: [{ note: null }] } },
      },
    },
  },
  {
    plan: failing(['local-authority', 'null where none is allowed']),
    rule: 'an error is where the client has asked for something',
    ours: { data: { b: {} }, errors: [error('INTERNAL_SERVER_ERROR', ['b'], { agency: 'policing' })] },
    stock: { data: { b: {} }, errors: [error('INTERNAL_SERVER_ERROR', ['b', 'z'], { serviceName: 'policing' })] },
    monolith: { data: { b: {} } },
    nearMisses: {
      'the client sees the place': {
        stock: {
          data: { b: { z: null } },
          errors: [error('INTERNAL_SERVER_ERROR', ['b', 'z'], { serviceName: 'policing' })],
        },
        ours: { data: { b: { z: null } }, errors: [error('INTERNAL_SERVER_ERROR', ['b'], { agency: 'policing' })] },
        monolith: { data: { b: { z: null } } },
      },
      'another agency is named': {
        stock: { data: { b: {} }, errors: [error('INTERNAL_SERVER_ERROR', ['b', 'z'], { serviceName: 'health' })] },
      },
    },
  },
  {
    plan: failing(['health', 'refused']),
    query: leavesOutHealth,
    monolith: { data: { b: {} } },
    rule: 'an agency is asked for what variables leave out',
    ours: { data: { b: {} }, errors: [down('health', ['b'])] },
    stock: { data: { b: {} } },
    nearMisses: {
      'it does not fail': { plan: failing(['policing', 'refused']) },
    },
  },
  {
    plan: failing(['local-authority', 'refused']),
    query: asksOfKind,
    monolith: { data: { b: { x: null, y: 1 } } },
    rule: 'an area of a kind that nobody tells has nothing that its kind would decide',
    ours: { data: { b: { y: 1 } }, errors: [down('local-authority', ['b'])] },
    stock: { data: { b: { y: 1 } }, errors: [error('INTERNAL_SERVER_ERROR')] },
    nearMisses: {
      'what it has is another': { monolith: { data: { b: { x: null, y: 2 } } } },
      'the error is about something in a field of it': {
        ours: { data: { b: { y: 1 } }, errors: [down('local-authority', ['b', 'y', 'z'])] },
      },
      'every kind of area has it': { query: usual },
      'the agency would not have said': {
        plan: failing(['local-authority', 'refused'], ['health', 'refused']),
        ours: { data: { b: { y: 1 } }, errors: [down('health', ['b'])] },
      },
    },
  },
  {
    plan: failing(['criminal-justice', 'refused']),
    query: asksForFigures,
    rule: 'a null on the way to what is lost is taken for it',
    ours: { data: { boroughs: null }, errors: [down('criminal-justice', ['boroughs'])] },
    stock: { data: { boroughs: null }, errors: [error('INTERNAL_SERVER_ERROR')] },
    monolith: { data: { boroughs: null } },
    nearMisses: {
      'there was a value': { monolith: { data: { boroughs: [{ note: 'n', reoffending: [] }] } } },
      'it is not the way': {
        query: usual,
        ours: { data: { b: null }, errors: [down('criminal-justice', ['b'])] },
        stock: { data: { b: null }, errors: [error('INTERNAL_SERVER_ERROR')] },
        monolith: { data: { b: null } },
      },
    },
  },
];
