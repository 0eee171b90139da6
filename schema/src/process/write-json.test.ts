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
    [
      'objects that are written at once within those that are not',
      {
        few: { a: [1, { b: undefined }], c: 'x'.repeat(999) },
        many: Object.fromEntries(long.map((one) => [one, long.map(() => ({ one }))])),
      },
    ],
    [
      'what is too much to be written at once, and has no long list',
      Array.from({ length: 15 }, () =>
        Array.from({ length: 15 }, () => ({ text: 'x'.repeat(99), none: [undefined, Number.NaN] })),
      ),
    ],
    ['a long list at the root', [...long, undefined, { a: long }]],
  ])('writes %s as JSON.stringify does', async (_, value) => {
    expect(await writeJsonInTurns(value)).toBe(JSON.stringify(value));
  });

  it.each([
    ['a text under many names', Object.fromEntries(long.map((name) => [name, 'x'.repeat(100)]))],
    ['a list', { list: long.map(() => 'x'.repeat(100)) }],
  ])('ends where %s would be longer than it may be', async (_, value) => {
    await expect(writeJsonInTurns(value, { maxBytes: 1_000 })).rejects.toThrow(JsonTooLongError);
    expect(await writeJsonInTurns(value, { maxBytes: 3_000 })).toBe(JSON.stringify(value));
  });

  it.each([
    ['names and values', { café: 'é', 'a"b': [null, true, 1.5, {}] }],
    ['a short list of lists', [[1, [2]], [], 'x']],
    ['a long list', { long: [...long, 'œuvre', { a: [] }] }],
  ])('counts %s in bytes', async (_, value) => {
    const bytes = Buffer.byteLength(JSON.stringify(value));
    await expect(writeJsonInTurns(value, { maxBytes: bytes - 1 })).rejects.toThrow(JsonTooLongError);
    expect(await writeJsonInTurns(value, { maxBytes: bytes })).toBe(JSON.stringify(value));
  });

  it('begins each long list on a new line where it is read so, however short all of it is', async () => {
    const text = await writeJsonInTurns({ a: { b: long }, c: [{ d: [1] }] }, { inLines: true });
    expect(text).toBe(`{"a":{"b":[\n${long.join(',')}\n]},"c":[{"d":[1]}]}`);
  });

  it.each([
    ['long lists', 1_600, 1_000],
    ['long lists in a short one', 4, 800_000],
  ])('lets others in between %s', async (_, outer, inner) => {
    const list = Array.from({ length: outer }, (__, one) => Array.from({ length: inner }, (___, two) => one * two));
    await expectTurns({ data: { list } });
  });

  it('lets others in between long lists that one object holds', async () => {
    const rows = Array.from({ length: 80_000 }, (_, one) => ({ one, text: 'some text' }));
    await expectTurns({ data: { list: [{ rows }, { rows }] } });
  });
});

async function expectTurns(value: unknown): Promise<void> {
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const text = await writeJsonInTurns(value);
  isDone = true;
  expect(text).toBe(JSON.stringify(value));
  expect(turns).toBeGreaterThan(2);
}
