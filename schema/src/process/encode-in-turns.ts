import { takeTurn } from './turns.ts';

/** Characters that are encoded at once: a millisecond's work. */
const atOnce = 256 * 1024;

/** A text in UTF-8, exactly as `Buffer.from` encodes it, but in turns. */
export async function encodeInTurns(text: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let from = 0; from < text.length;) {
    const turn = takeTurn();
    if (turn !== null) await turn;
    const end = from + atOnce;
    // The halves of a pair are encoded together.
    const to = isFirstOfPair(text, end - 1) ? end + 1 : end;
    pieces.push(Buffer.from(text.slice(from, to)));
    from = to;
  }
  const [first] = pieces;
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}

function isFirstOfPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00;
}
