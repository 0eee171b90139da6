import { expect, it } from 'vitest';
import { type Came, judge } from './judge.ts';

const whole = { borough: { name: 'Hackney', crime: { recorded: 100 }, health: { admissions: [1, 2] } } };
const calm = { suspects: new Set<string>(), isGatewayAway: false };
const healthDown = { suspects: new Set(['health']), isGatewayAway: false };
const answer = (body: object): Came => ({ kind: 'answer', status: 200, text: JSON.stringify(body) });
const lost = (agency: string, path: readonly string[]) => ({
  message: `The agency "${agency}" does not answer at present.`,
  path,
  extensions: { code: 'AGENCY_UNAVAILABLE', agency, paths: [path] },
});
const without = (health: unknown) => ({ borough: { ...whole.borough, health } });

it.each([
  [answer({ data: whole }), calm, 'complete'],
  [answer({ data: without(null), errors: [lost('health', ['borough', 'health'])] }), healthDown, 'partial'],
  [answer({ data: { borough: null }, errors: [lost('health', ['borough'])] }), healthDown, 'partial'],
  [answer({ errors: [{ message: 'Ask again.', extensions: { code: 'GATEWAY_BUSY' } }] }), calm, 'refused'],
  [{ kind: 'nothing', cause: 'refused' } as const, { ...calm, isGatewayAway: true }, 'away'],
])('takes %j for what it is', (came, circumstances, kind) => {
  expect(judge(came, whole, circumstances)).toEqual({ kind });
});

it.each([
  ['a part that is missing without a word', answer({ data: without(null) }), healthDown],
  ['another figure', answer({ data: without({ admissions: [1, 3] }) }), calm],
  [
    'another figure beside what is lost',
    answer({
      data: { borough: { ...without(null).borough, crime: { recorded: 1 } } },
      errors: [lost('health', ['borough', 'health'])],
    }),
    healthDown,
  ],
  [
    'an agency to which nothing was done',
    answer({ data: without(null), errors: [lost('health', ['borough', 'health'])] }),
    calm,
  ],
  [
    'an error that tells an address',
    answer({
      data: without(null),
      errors: [{ ...lost('health', ['borough', 'health']), message: 'ECONNREFUSED 127.0.0.1:4003' }],
    }),
    healthDown,
  ],
  [
    'a fault of ours',
    answer({ errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }),
    healthDown,
  ],
  ['what is no answer', { kind: 'answer', status: 502, text: '<html>' } as const, healthDown],
  ['nothing, from a gateway that is there', { kind: 'nothing', cause: 'reset' } as const, healthDown],
])('takes %s for wrong', (_, came, circumstances) => {
  expect(judge(came, whole, circumstances).kind).toBe('wrong');
});
