import { createHash } from 'node:crypto';

/** A gap in a file: the text before it and behind it, and every text that could fill it. */
export interface GuessedFile {
  /** The file in pieces, with one gap between each two. */
  readonly pieces: readonly string[];
  /** What may stand in a gap. */
  readonly guesses: readonly string[];
}

/**
 * What stands in the gaps of a file, found by trying all that could until the SHA-256 is the one that was printed; null where no try
 * has it. Any beginning of it will do that a graph prints.
 */
export function fillByChecksum({ pieces, guesses }: GuessedFile, printed: readonly string[]): readonly string[] | null {
  const gaps = Math.max(0, pieces.length - 1);
  for (let number = 0; number < guesses.length ** gaps; number += 1) {
    const filling = Array.from(
      { length: gaps },
      (_, gap) => guesses[Math.floor(number / guesses.length ** gap) % guesses.length] ?? '',
    );
    const text = pieces.reduce((whole, piece, index) => whole + (filling[index - 1] ?? '') + piece);
    const checksum = createHash('sha256').update(text).digest('hex');
    if (printed.some((known) => known.length >= 8 && (checksum === known || known.includes(checksum.slice(0, 8)))))
      return filling;
  }
  return null;
}
