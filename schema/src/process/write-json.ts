import { takeTurn } from './turns.ts';

/** A list of so many elements is written element by element, with turns for others in between; a shorter one at once. */
const longList = 16;

/**
 * A value as JSON, exactly as `JSON.stringify` writes it, but in turns: thirty megabytes at once would keep everybody else waiting
 * for a third of a second. `value` is made of plain objects, lists, text, numbers, truth values, null and undefined.
 *
 * Never rejects.
 */
export async function writeJsonInTurns(value: unknown): Promise<string> {
  if (Array.isArray(value)) return value.length < longList ? stringify(value) : writeList(value);
  if (typeof value !== 'object' || value === null) return stringify(value);
  const members: string[] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    // Most members are written at once, without a promise for each.
    const text = typeof member === 'object' && member !== null ? await writeJsonInTurns(member) : stringify(member);
    members.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${members.join(',')}}`;
}

async function writeList(list: readonly unknown[]): Promise<string> {
  const elements: string[] = [];
  for (const element of list) {
    const turn = takeTurn();
    if (turn !== null) await turn;
    elements.push(stringify(element));
  }
  return `[${elements.join(',')}]`;
}

/** As within a list: what JSON has no form for is null. */
function stringify(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}
