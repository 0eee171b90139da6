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

/** A text that is shorter, in characters, is some hundred microseconds' work. */
const shortText = 64 * 1024;
/** Numbers, texts and the like of a list that are written at once: some ten microseconds' work. */
const atOnce = 256;
/** The most bytes that a character of a text may take in UTF-8. */
const maxBytesOfCharacter = 3;

/**
 * A value as JSON, exactly as `JSON.stringify` writes it, but in turns: thirty megabytes at once would keep everybody else waiting
 * for a third of a second. `value` is made of plain objects, lists, text, numbers, truth values, null and undefined.
 *
 * @param options.maxBytes - The most bytes that it may have in UTF-8, without the ending. @default any number
 * @param options.ending - What is written behind it. @default nothing
 * @param options.inLines - Whether each long list begins, goes on and ends on a new line, by which {@link readJsonInTurns} reads the text
 * in turns, too. @default all is on one line
 * @throws {JsonTooLongError} as soon as there are more: one text under many names is little in memory, and has no end as JSON.
 */
export async function writeJsonInTurns(
  value: unknown,
  { maxBytes = Infinity, ending = '', inLines = false }: WritingOptions = {},
): Promise<string> {
  const text = new Writing(maxBytes, inLines ? '\n' : '');
  const rest = write(value, text);
  if (rest !== null) await rest;
  // To add it to the whole would copy that.
  return [...text.pieces, ending].join('');
}

interface WritingOptions {
  readonly maxBytes?: number;
  readonly ending?: string;
  readonly inLines?: boolean;
}

/** A text in the making. It is put together once: to do so at every level would copy it as often as it is deep. */
class Writing {
  readonly pieces: string[] = [];
  /** What stands before each element and before the end of a long list. */
  readonly lineBreak: string;
  /** Characters of all pieces. */
  length = 0;
  readonly #maxBytes: number;
  /** The most bytes that the pieces may have; as many as they have, once that could be too many. */
  #bytes = 0;
  #isExact = false;

  constructor(maxBytes: number, lineBreak: string) {
    this.#maxBytes = maxBytes;
    this.lineBreak = lineBreak;
  }

  /** @throws {JsonTooLongError} where the text gets too long. */
  add(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
    this.#bytes += this.#isExact ? Buffer.byteLength(piece) : piece.length * maxBytesOfCharacter;
    if (this.#bytes <= this.#maxBytes) return;
    if (!this.#isExact) this.#bytes = this.pieces.reduce((sum, one) => sum + Buffer.byteLength(one), 0);
    this.#isExact = true;
    if (this.#bytes > this.#maxBytes) throw new JsonTooLongError();
  }
}

/** Null where it is written; else a promise that resolves when it is. */
function write(value: unknown, text: Writing): Promise<void> | null {
  if (isObject(value) && roomBeside(value, atOnce) < 0)
    return Array.isArray(value) ? writeList(value, text) : writeObject(value, text);
  text.add(stringify(value));
  return null;
}

/** So many characters of a text count as one more value. */
const charactersOfValue = 64;

/** How many values more than a value has within it may be written at once; below zero where it is too much, or holds a long list. */
function roomBeside(value: unknown, room: number): number {
  if (typeof value === 'string') return room - 1 - value.length / charactersOfValue;
  if (!isObject(value)) return room - 1;
  if (Array.isArray(value) && value.length >= longList) return -1;
  let left = room - 1;
  // Without a list of what is in it: every object of an answer is looked at.
  for (const name in value) {
    left = roomBeside(value[name], left);
    if (left < 0) return left;
  }
  return left;
}

async function writeObject(value: object, text: Writing): Promise<void> {
  let opening = '{';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    const name = `${opening}${JSON.stringify(key)}:`;
    opening = ',';
    // Most members are written at once, without a promise for each.
    if (isObject(member)) {
      text.add(name);
      const rest = write(member, text);
      if (rest !== null) await rest;
    } else {
      text.add(name + stringify(member));
    }
  }
  text.add(opening === '{' ? '{}' : '}');
}

async function writeList(list: readonly unknown[], text: Writing): Promise<void> {
  const lineBreak = list.length < longList ? '' : text.lineBreak;
  let opening = `[${lineBreak}`;
  for (let from = 0; from < list.length;) {
    const turn = takeTurn({ isShort: text.length < shortText });
    if (turn !== null) await turn;
    const element = list[from];
    const to = endOfLeaves(list, from);
    if (to > from) {
      text.add(opening + JSON.stringify(list.slice(from, to)).slice(1, -1));
    } else if (list.length < longList) {
      text.add(opening);
      const rest = write(element, text);
      if (rest !== null) await rest;
    } else {
      text.add(opening + stringify(element));
    }
    opening = `,${lineBreak}`;
    from = Math.max(to, from + 1);
  }
  text.add(list.length === 0 ? '[]' : `${lineBreak}]`);
}

/** Where the numbers, texts and the like of a list that begin at a place end, or those of them that are written at once. */
function endOfLeaves(list: readonly unknown[], from: number): number {
  let end = from;
  while (end < list.length && end - from < atOnce && !isObject(list[end])) end += 1;
  return end;
}

/** Lists are objects, too. */
function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** As within a list: what JSON has no form for is null. */
function stringify(value: unknown): string {
  return value === undefined ? 'null' : JSON.stringify(value);
}
