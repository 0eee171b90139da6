import { takeTurn } from './turns.ts';

/** A list of so many elements is written element by element, with turns for others in between; a shorter one at once. */
const longList = 16;

/** A value is longer as JSON than it may be. */
export class JsonTooLongError extends Error {
  override readonly name = 'JsonTooLongError';
}

/**
 * A value as JSON, exactly as `JSON.stringify` writes it, but in turns: thirty megabytes at once would keep everybody else waiting
 * for a third of a second. `value` is made of plain objects, lists, text, numbers, truth values, null and undefined.
 *
 * @param maxLength - The most characters that it may have.
 * @throws {JsonTooLongError} as soon as there are more: one text under many names is little in memory, and has no end as JSON.
 */
export async function writeJsonInTurns(value: unknown, maxLength = Infinity): Promise<string> {
  return write(value, { left: maxLength });
}

/** How many characters may still be written. */
interface Room {
  left: number;
}

async function write(value: unknown, room: Room): Promise<string> {
  if (Array.isArray(value)) return value.length < longList ? stringify(value, room) : writeList(value, room);
  if (typeof value !== 'object' || value === null) return stringify(value, room);
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    // Most members are written at once, without a promise for each.
    const text = typeof member === 'object' && member !== null ? await write(member, room) : stringify(member, room);
    members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

async function writeList(list: readonly unknown[], room: Room): Promise<string> {
  const elements: string[] = [];
  for (const element of list) {
    const turn = takeTurn();
    if (turn !== null) await turn;
    elements.push(stringify(element, room));
  }
  return `[${elements.join(',')}]`;
}

/** As within a list: what JSON has no form for is null. */
function stringify(value: unknown, room: Room): string {
  const text = value === undefined ? 'null' : JSON.stringify(value);
  room.left -= text.length;
  if (room.left < 0) throw new JsonTooLongError();
  return text;
}
