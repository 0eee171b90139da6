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
  return write(value, { left: maxBytes });
}

/** How many bytes may still be written. */
interface Room {
  left: number;
}

async function write(value: unknown, room: Room): Promise<string> {
  if (Array.isArray(value)) return value.length < longList ? writeShortList(value, room) : writeList(value, room);
  if (!isObject(value)) return stringify(value, room);
  const members: string[] = [];
  room.left -= brackets;
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const name = `${stringify(key, room)}:`;
    room.left -= separators;
    // Most members are written at once, without a promise for each.
    members.push(name + (isObject(member) ? await write(member, room) : stringify(member, room)));
  }
  return `{${members.join(',')}}`;
}

async function writeShortList(list: readonly unknown[], room: Room): Promise<string> {
  const elements: string[] = [];
  room.left -= brackets + list.length;
  for (const element of list) elements.push(isObject(element) ? await write(element, room) : stringify(element, room));
  return `[${elements.join(',')}]`;
}

async function writeList(list: readonly unknown[], room: Room): Promise<string> {
  const elements: string[] = [];
  room.left -= brackets + list.length;
  for (const element of list) {
    const turn = takeTurn();
    if (turn !== null) await turn;
    elements.push(stringify(element, room));
  }
  return `[${elements.join(',')}]`;
}

/** Bytes around the members of a list or an object. */
const brackets = 2;
/** Bytes between a name, its value and the next name. */
const separators = 2;

/** Lists are objects, too. */
function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** As within a list: what JSON has no form for is null. */
function stringify(value: unknown, room: Room): string {
  const text = value === undefined ? 'null' : JSON.stringify(value);
  // Figures are as long as they look.
  room.left -= typeof value === 'number' ? text.length : Buffer.byteLength(text);
  if (room.left < 0) throw new JsonTooLongError();
  return text;
}
