import { describe, expect, it } from 'vitest';
import { ProvenCache } from './proven-cache.ts';

const value = (name: string) => ({ name });
const sizeOf = (): number => 1_000;

describe('A proven cache', () => {
  it('keeps what was used twice, however much is used once', () => {
    const cache = new ProvenCache({ maxBytes: 20_000, sizeOf });
    cache.set('kept', value('kept'));
    cache.get('kept');
    for (let index = 0; index < 1_000; index += 1) cache.set(`once ${index}`, value('once'));
    expect(cache.get('kept')).toEqual(value('kept'));
    expect(cache.get('once 0')).toBeUndefined();
    expect(cache.get('once 999')).toEqual(value('once'));
  });

  it('never takes more than it may, keys included, also of what is used twice', () => {
    const cache = new ProvenCache({ maxBytes: 20_000, sizeOf });
    for (let index = 0; index < 1_000; index += 1) {
      cache.set(`${index} ${'long '.repeat(200)}`, value('twice'));
      cache.get(`${index} ${'long '.repeat(200)}`);
      expect(cache.bytes).toBeLessThanOrEqual(20_000);
    }
    expect(cache.bytes).toBeGreaterThan(10_000);
  });

  it('does not keep what is larger than all of its room', () => {
    const cache = new ProvenCache<{ readonly text: string }>({ maxBytes: 20_000 });
    cache.set('large', { text: 'x'.repeat(30_000) });
    expect(cache.get('large')).toBeUndefined();
    expect(cache.bytes).toBe(0);
  });

  it('replaces a value in the part in which it is', () => {
    const cache = new ProvenCache({ maxBytes: 20_000, sizeOf });
    cache.set('a', value('first'));
    cache.get('a');
    cache.set('a', value('second'));
    expect(cache.get('a')).toEqual(value('second'));
    cache.delete('a');
    expect(cache.get('a')).toBeUndefined();
  });
});
