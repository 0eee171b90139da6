import { describe, expect, it } from 'vitest';
import { ClientGone, StoreUnavailable } from './errors.ts';
import { fromStore } from './from-store.ts';

const wanted = (storeMs: number) => {
  const request = new AbortController();
  return { request, until: { signal: request.signal, storeMs } };
};
const never = (): Promise<never> => new Promise(() => undefined);

describe('What is read from the store', () => {
  it('is late when it takes longer than it may, and is then told that nobody waits', async () => {
    let given: AbortSignal | undefined;
    const reading = fromStore((signal) => {
      given = signal;
      return never();
    }, wanted(50).until);
    await expect(reading).rejects.toThrow(new StoreUnavailable('no answer within 50 ms'));
    expect(given?.aborted).toBe(true);
  });

  it('wins where it has arrived while the thread was blocked for longer than it may take', async () => {
    const reading = fromStore(async () => {
      // Timers in their order: this one is over when the block ends, and so is the wait.
      await new Promise((resolve) => setTimeout(resolve, 60));
      return 'figures';
    }, wanted(50).until);
    setImmediate(() => {
      const until = performance.now() + 200;
      while (performance.now() < until);
    });
    expect(await reading).toBe('figures');
  });

  it('is given up when the client leaves, and that is no failure of the store', async () => {
    const { request, until } = wanted(5_000);
    const reading = fromStore(never, until);
    request.abort(new ClientGone());
    await expect(reading).rejects.toThrow(ClientGone);
    await expect(fromStore(never, until)).rejects.toThrow(ClientGone);
  });

  it('is late when the request may take no longer, whatever the store might still take', async () => {
    const { request, until } = wanted(5_000);
    const reading = fromStore(never, until);
    request.abort(new Error('too long'));
    await expect(reading).rejects.toThrow(StoreUnavailable);
  });

  it('keeps no listener of the request', async () => {
    const { until } = wanted(5_000);
    let listeners = 0;
    const { signal } = until;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners += 1;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...given);
    };
    await fromStore(() => Promise.resolve(1), until);
    await fromStore(() => Promise.reject(new Error('no')), until).catch(() => undefined);
    expect(listeners).toBe(0);
  });
});
