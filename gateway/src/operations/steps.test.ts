import type { AgencyStep } from '@boroughgraph/schema/wire/steps-header.ts';
import { expect, it } from 'vitest';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';
import { Steps } from './steps.ts';

const query = '{ borough(code: "E09000012") { name crime { recorded } health { admissions } } }';

it('Whoever asks is told which agency was asked for what, and how long each took, and nobody else', async () => {
  await using test = await startTestGateway();
  const told = await ask(test.gateway.url, { query }, { 'x-boroughgraph-steps': '1' });
  const untold = await ask(test.gateway.url, { query });
  const { steps } = told.extensions as { steps: AgencyStep[] };
  expect(steps.map(({ agency, place }) => [agency, place]).toSorted()).toEqual([
    ['health', 'borough'],
    ['local-authority', ''],
    ['policing', 'borough'],
  ]);
  expect(steps[0]?.agency).toBe('local-authority');
  expect(steps.every(({ startMs, ms }) => Number.isInteger(startMs) && Number.isInteger(ms) && ms >= 0)).toBe(true);
  expect(untold.extensions).toBe(undefined);
});

it('Steps are listed in the order in which they began, and items of lists have no place of their own', () => {
  const steps = new Steps();
  const now = performance.now();
  steps.note('health', ['boroughs', '@', 'health'], now + 50);
  steps.note('policing', [], now);
  expect(steps.list().map(({ agency, place }) => [agency, place])).toEqual([
    ['policing', ''],
    ['health', 'boroughs.health'],
  ]);
});
