import { randomUUID } from 'node:crypto';
import { takeTurn } from './turns.ts';

/** Characters that are read at once: half a millisecond's work. */
const atOnce = 128 * 1024;

/**
 * The value of a JSON text, exactly as `JSON.parse` reads it, but in turns where long lists are written in lines, as `writeJsonInTurns`
 * writes them: ten megabytes at once would keep everybody else waiting for a twentieth of a second.
 *
 * @throws {SyntaxError} when the text is not JSON.
 */
export async function readJsonInTurns(text: string): Promise<unknown> {
  if (text.length <= atOnce) return JSON.parse(text) as unknown;
  const parts = await readParts(text);
  return parts === null ? (JSON.parse(text) as unknown) : parts;
}

/** Null where the text is not JSON, or is not written in lines: then it has to be read as one. */
async function readParts(text: string): Promise<unknown> {
  const lists = new Map<unknown, unknown[]>();
  // What could stand in the text by itself would be taken for a list.
  const secret = randomUUID();
  let outline = '';
  let from = 0;
  try {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      const isListNext = text[at - 1] === '[';
      outline += text.slice(from, isListNext ? at : at + 1);
      from = at + 1;
      if (!isListNext) continue;
      const name = `${secret} ${lists.size}`;
      const { list, end } = await readList(text, from);
      lists.set(name, list);
      outline += `"${name}"`;
      from = end;
    }
    return fill(outline + text.slice(from), lists);
  } catch {
    return null;
  }
}

/** The list whose first line begins at a place, and where the line begins on which it ends. */
async function readList(text: string, start: number): Promise<{ list: unknown[]; end: number }> {
  const list: unknown[] = [];
  let from = start;
  for (let at = start; text[at] !== ']';) {
    const end = text.indexOf('\n', at);
    if (end === -1) throw new SyntaxError('A list does not end');
    at = end + 1;
    const isLast = text[at] === ']';
    if (!isLast && at - from < atOnce) continue;
    const turn = takeTurn();
    if (turn !== null) await turn;
    // Where two pieces meet there is one comma, and an element on each side.
    if (!isLast && text[end - 1] !== ',') throw new SyntaxError('An element has no comma behind it');
    const elements = JSON.parse(`[${text.slice(from, isLast ? end : end - 1)}]`) as unknown[];
    if (elements.length === 0) throw new SyntaxError('A comma has no element behind it');
    for (const element of elements) list.push(element);
    from = at;
  }
  return { list, end: from };
}

/** The value of a text in which names stand for the lists that are its longest; each is the only element of a list. */
function fill(outline: string, lists: ReadonlyMap<unknown, unknown[]>): unknown {
  if (outline.length > atOnce) return null;
  let filled = 0;
  const value: unknown = JSON.parse(outline, (_key, part: unknown) => {
    const list = Array.isArray(part) && part.length === 1 ? lists.get(part[0]) : undefined;
    if (list === undefined) return part;
    filled += 1;
    return list;
  });
  return filled === lists.size ? value : null;
}
