import { takeTurn } from './turns.ts';

/**
 * A list of so many elements is written element by element, with turns for others in between. In a shorter one each object may be
 * large by itself, and is written in turns.
 */
const longList = 16;

/** A value is longer as JSON than it may be. */
export class JsonTooLongError extends Error {
  override readonly name = 'JsonTooLongError';
}

/**
 * A value as JSON, exactly as `JSON.stringify` writes it, but in turns: thirty megabytes at once would keep everybody else waiting
 * for a third of a second. `value` is made of plain objects, lists, text, numbers, truth values, null and undefined.
 *
 * @param maxBytes - The most bytes that it may have in UTF-8.
 * @throws {JsonTooLongError} as soon as there are more: one text under many names is little in memory, and has no end as JSON.
 */
export async function writeJsonInTurns(value: unknown, maxBytes = Infinity): Promise<string> {
  const text: Writing = { pieces: [], left: maxBytes };
  await write(value, text);
  return text.pieces.join('');
}

/** A text in the making. It is put together once: to do so at every level would copy it as often as it is deep. */
interface Writing {
  readonly pieces: string[];
  /** How many bytes may still be written. */
  left: number;
}

async function write(value: unknown, text: Writing): Promise<void> {
  if (Array.isArray(value)) return writeList(value, text);
  if (!isObject(value)) {
    add(stringify(value), text);
    return;
  }
  let opening = '{';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const name = `${opening}${JSON.stringify(key)}:`;
    opening = ',';
    // Most members are written at once, without a promise for each.
    if (isObject(member)) {
      add(name, text);
      await write(member, text);
    } else add(name + stringify(member), text);
  }
  add(opening === '{' ? '{}' : '}', text);
}

async function writeList(list: readonly unknown[], text: Writing): Promise<void> {
  let opening = '[';
  for (const element of list) {
    const turn = takeTurn();
    if (turn !== null) await turn;
    if (list.length < longList && isObject(element)) {
      add(opening, text);
      await write(element, text);
    } else add(opening + stringify(element), text);
    opening = ',';
  }
  add(opening === '[' ? '[]' : ']', text);
}

/** Lists are objects, too. */
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** As within a list: what JSON has no form for is null. */
function stringify(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}

function add(piece: string, text: Writing): void {
  text.left -= Buffer.byteLength(piece);
  if (text.left < 0) throw new JsonTooLongError();
  text.pieces.push(piece);
}
