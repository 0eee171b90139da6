import { describe, expect, it } from 'vitest';
import { JsonTooLongError, writeJsonInTurns } from './write-json.ts';

const long = Array.from({ length: 20 }, (_, index) => index);

describe('Writing JSON in turns', () => {
  it.each([
    ['scalars', [null, true, 0, -1.5, Number.NaN, 'text "quoted" \u2028 \ud800 é', '']],
    ['an answer', { data: { a: { b: [{ c: 1 }, null], d: undefined }, '__proto__x "': 'y' }, errors: undefined }],
    ['what is empty', { data: {}, list: [], lists: [[]] }],
    ['long lists, of lists and of what JSON has no form for', { long, lists: long.map((one) => [one, [undefined]]) }],
    [
      'an object without a prototype',
      Object.assign(Object.create(null) as object, { a: Object.create(null) as object }),
    ],
    ['a long list at the root', [...long, undefined, { a: long }]],
  ])('writes %s as JSON.stringify does', async (_, value) => {
    expect(await writeJsonInTurns(value)).toBe(JSON.stringify(value));
  });

  it.each([
    ['a text under many names', Object.fromEntries(long.map((name) => [name, 'x'.repeat(100)]))],
    ['a list', { list: long.map(() => 'x'.repeat(100)) }],
  ])('ends where %s would be longer than it may be', async (_, value) => {
    await expect(writeJsonInTurns(value, 1_000)).rejects.toThrow(JsonTooLongError);
    expect(await writeJsonInTurns(value, 3_000)).toBe(JSON.stringify(value));
  });

  it('lets others in between', async () => {
    const list = Array.from({ length: 400 }, (_, one) => Array.from({ length: 5_000 }, (__, two) => one * two));
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    const text = await writeJsonInTurns({ data: { list } });
    isDone = true;
    expect(text).toBe(JSON.stringify({ data: { list } }));
    expect(turns).toBeGreaterThan(2);
  });
});
