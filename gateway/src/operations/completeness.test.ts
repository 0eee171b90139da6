import { expect, it } from 'vitest';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';
import { Completeness } from './completeness.ts';

const query = '{ borough(code: "E09000012") { name crime { recorded } health { admissions } } }';
const wanted = { 'x-boroughgraph-completeness': 'wanted' };

it('Whoever asks is told of each agency that was asked what became of its part, and nobody else', async () => {
  await using test = await startTestGateway();
  const whole = await ask(test.gateway.url, { query }, wanted);
  await test.agencies.health.stop();
  const partial = await ask(test.gateway.url, { query }, wanted);
  const untold = await ask(test.gateway.url, { query });
  const others = [
    { agency: 'local-authority', parts: ['FRESH'] },
    { agency: 'policing', parts: ['FRESH'] },
  ];
  expect([whole.extensions, partial.extensions, untold.extensions]).toEqual([
    { completeness: [{ agency: 'health', parts: ['FRESH'] }, ...others] },
    { completeness: [{ agency: 'health', parts: ['MISSING'] }, ...others] },
    undefined,
  ]);
});

it('What is refused, withheld or remembered is told apart, and several things of one agency are told together', () => {
  const completeness = new Completeness();
  const errors = [{ failure: { code: 'BAD_USER_INPUT' as const } }];
  completeness.note('health', { data: { _entities: [{ statuses: ['PUBLISHED', 'CONFIDENTIAL'] }] }, errors: [] });
  completeness.note('policing', { data: { crime: null }, errors });
  completeness.note('policing', { data: null, errors: [{ failure: { code: 'AGENCY_UNAVAILABLE' } }] });
  completeness.add('local-authority', 'CACHED');
  expect(completeness.list()).toEqual([
    { agency: 'health', parts: ['FRESH', 'PARTLY_WITHHELD'] },
    { agency: 'local-authority', parts: ['CACHED'] },
    { agency: 'policing', parts: ['FRESH', 'MISSING', 'REFUSED'] },
  ]);
});
