import { expect, it } from 'vitest';
import { StateDesk } from './state-desk.ts';

const gateway = '00000000-0000-4000-8000-000000000001';

it('A gateway is lent what is held, and nothing before it has come as far as the last change', async () => {
  const desk = new StateDesk();
  expect([desk.lend(gateway, 0, 5_000), desk.lend(gateway, desk.change, 5_000)]).toEqual([0, 5_000]);
  const forgotten = desk.forget();
  expect(desk.lend(gateway, desk.change - 1, 5_000)).toBe(0);
  desk.acknowledge(gateway, desk.change);
  await forgotten;
});

it('A gateway that asks again for what it holds has let go of nothing: it is waited for until its time is over', async () => {
  const desk = new StateDesk();
  desk.lend(gateway, desk.change, 200);
  const askedAt = performance.now();
  const forgotten = desk.forget();
  desk.acknowledge(gateway, desk.change - 1);
  await forgotten;
  expect(performance.now() - askedAt).toBeGreaterThan(190);
});

it('Who waits is told of a change, of one that has been before, and of the end', async () => {
  const desk = new StateDesk();
  const { signal } = new AbortController();
  const told = desk.changeAfter(desk.change, 60_000, signal);
  await desk.forget();
  await told;
  await desk.changeAfter(desk.change - 1, 60_000, signal);
  const ended = desk.changeAfter(desk.change, 60_000, signal);
  desk.close();
  await ended;
  await desk.changeAfter(desk.change, 60_000, signal);
});
