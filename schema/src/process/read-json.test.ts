import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonInTurns } from './read-json.ts';
import { writeJsonInTurns } from './write-json.ts';

/** A list that is read in several pieces. */
const long = Array.from({ length: 30 }, (_, index) => ({
  index,
  text: `] [, "é\n ${'x'.repeat(12_000)}`,
  of: [index, null],
}));
const written = await writeJsonInTurns({ data: { a: 1, long, other: [long, long] } }, { inLines: true });

const readAtOnce = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return 'not JSON';
  }
};
const readInTurns = (text: string): Promise<unknown> => readJsonInTurns(text).catch(() => 'not JSON');

describe('Reading JSON in turns', () => {
  it.each([
    ['long lists in lines', { data: { long, b: [{ long }, { long: [] }] }, extensions: { a: ['x'] } }],
    ['a long list at the root', long],
    ['lists within lists', { lists: Array.from({ length: 40 }, () => long.slice(0, 2)) }],
    ['long lists of numbers and of nothing', Array.from({ length: 300_000 }, (_, at) => (at % 3 === 0 ? null : at))],
    ['one long text', ['x'.repeat(300_000)]],
  ])('reads %s as JSON.parse does', async (_, value) => {
    const text = await writeJsonInTurns(value, { inLines: true });
    expect(text.length).toBeGreaterThan(256 * 1024);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    expect(await readJsonInTurns(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['broken into other lines', JSON.stringify({ long }, null, 1)],
    ['all on one line', JSON.stringify({ long })],
    ['said twice under one name', written.replace('"other":', '"long":')],
    ['in lines within lines', `[\n${written},\n${written}\n]`],
  ])('reads what is %s, too', async (_, text) => {
    expect(await readJsonInTurns(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['a comma with nothing behind it', written.replace('\n]', ',\n\n]')],
    ['a comma with nothing before it', written.replace('[\n', '[\n,\n')],
    ['no comma between two lines', written.replaceAll(',\n', '\n')],
    ['two commas', written.replaceAll(',\n', ',,\n')],
    ['a list without an end', written.replaceAll('\n]', '')],
    ['a text that goes on in the next line', written.replace('"a":1', '"a":"1\n2"')],
    ['a list in a text', written.replace('"a":1', '"a":"[\n1\n]"')],
    ['nothing', '\n'.repeat(300_000)],
  ])('refuses %s', async (_, text) => {
    await expect(readJsonInTurns(text)).rejects.toThrow(SyntaxError);
  });

  it('agrees with JSON.parse on texts that are bent anywhere', async () => {
    const bends = fc.tuple(
      fc.nat(written.length),
      fc.nat(3),
      fc.constantFrom('', '\n', ',', '[', ']', '"', '[\n', '\n]', ',\n'),
    );
    const near = [...written.matchAll(/\n/g)].map(({ index }) => index);
    const place = fc.oneof(fc.nat(written.length), fc.constantFrom(...near));
    await fc.assert(
      fc.asyncProperty(place, bends, async (at, [, left, added]) => {
        const text = written.slice(0, at) + added + written.slice(at + left);
        expect(await readInTurns(text)).toEqual(readAtOnce(text));
      }),
      { numRuns: 40 },
    );
  });

  it('lets others in', async () => {
    const text = await writeJsonInTurns(
      Array.from({ length: 100 }, () => long),
      { inLines: true },
    );
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 0);
    await readJsonInTurns(text);
    clearInterval(counting);
    expect(turns).toBeGreaterThan(2);
  });
});
