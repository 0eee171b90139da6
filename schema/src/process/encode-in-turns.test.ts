import { describe, expect, it } from 'vitest';
import { encodeInTurns } from './encode-in-turns.ts';

const large = 256 * 1024;

describe('Encoding a text in turns', () => {
  it.each([
    ['an empty text', ''],
    ['a short one', 'Café'],
    ['a long one', 'é'.repeat(3 * large + 1)],
    ['a pair at the end of what is encoded at once', `${'a'.repeat(large - 1)}😀${'b'.repeat(large)}`],
    ['half a pair there', `${'a'.repeat(large - 1)}\ud83d${'b'.repeat(large)}`],
    ['half a pair at the end', `${'a'.repeat(large - 1)}\ud83d`],
  ])('gives what Node gives at once for %s', async (_, text) => {
    expect((await encodeInTurns(text)).equals(Buffer.from(text))).toBe(true);
  });
});
