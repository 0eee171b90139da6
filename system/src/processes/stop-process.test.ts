import { expect, it } from 'vitest';
import { stopInSteps } from './stop-process.ts';

it('A process that ends at the first signal is sent no other', async () => {
  const sent: string[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<undefined>();
  const hasStopped = await stopInSteps({
    send: (signal) => {
      sent.push(signal);
      resolve(undefined);
    },
    ended,
    steps: [
      { signal: 'SIGTERM', waitMs: 1_000 },
      { signal: 'SIGKILL', waitMs: 1_000 },
    ],
  });
  expect({ sent, hasStopped }).toEqual({ sent: ['SIGTERM'], hasStopped: true });
});

it('A process that ignores signals is sent all of them, and it is said that it still runs', async () => {
  const sent: string[] = [];
  const hasStopped = await stopInSteps({
    send: (signal) => sent.push(signal),
    ended: new Promise(() => undefined),
    steps: [
      { signal: 'SIGTERM', waitMs: 1 },
      { signal: 'SIGKILL', waitMs: 1 },
    ],
  });
  expect({ sent, hasStopped }).toEqual({ sent: ['SIGTERM', 'SIGKILL'], hasStopped: false });
});

it('In a hurry the last signal follows at once', async () => {
  const sent: string[] = [];
  const hurry = new AbortController();
  const { promise: ended, resolve } = Promise.withResolvers<undefined>();
  await stopInSteps({
    send: (signal) => {
      sent.push(signal);
      if (signal === 'SIGINT') hurry.abort();
      if (signal === 'SIGKILL') resolve(undefined);
    },
    ended,
    steps: [
      { signal: 'SIGINT', waitMs: 60_000 },
      { signal: 'SIGQUIT', waitMs: 60_000 },
      { signal: 'SIGKILL', waitMs: 1_000 },
    ],
    hurry: hurry.signal,
  });
  expect(sent).toEqual(['SIGINT', 'SIGKILL']);
});
