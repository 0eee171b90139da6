import { slug } from '../statistics/dimensions.ts';
import type { FileFormat } from '../datasets/dataset.ts';
import type { ColumnPositions } from '../files/row.ts';
import { normaliseHeading } from '../files/table.ts';

/** Signs that make another heading of a text: `% 50+` is not `50`. */
const telling = /[<>≤≥+±%£$]/;

/** The words of a heading without the commas, hyphens and ampersands between them; null where a sign in it tells. */
const wordsOf = (heading: string) => (telling.test(heading) ? null : slug(heading).replaceAll('-and-', '-') || null);

/** Programs that cut headings off leave this much at least; what is shorter may be the beginning of several. */
const fewestLetters = 40;

/** Where the columns of a format stand among headings, and which of those that it needs do not. */
export interface HeadingMatch {
  readonly columns: ColumnPositions;
  readonly missing: readonly string[];
  /** Headings of which two mean one column; none where each means another. */
  readonly doubled: readonly string[];
}

/**
 * Finds the columns of a format: by their listed headings; by the same words, however they are parted; or by a heading that was cut off
 * and begins only one. A heading is never taken for two columns, nor one of two that are alike. Never throws.
 */
export function matchHeadings(headings: readonly string[], { columns }: Pick<FileFormat, 'columns'>): HeadingMatch {
  const free = new Set(headings.keys());
  const found = new Map<string, { position: number; heading: string }>();
  let doubled: readonly string[] = [];
  for (const meaning of [listed, sameWords, cutOff]) {
    const open = Object.entries(columns).filter(([name]) => !found.has(name));
    const texts = headings.map(meaning.textOf);
    const meant = open.map(([name, column]) => {
      const ofColumn = column.headings.map(meaning.textOf);
      return { name, positions: [...free].filter((position) => meaning.isMeant(texts[position] ?? null, ofColumn)) };
    });
    for (const { name, positions } of meant) {
      const [position, ...others] = positions;
      if (position === undefined) continue;
      if (others.length > 0 && meaning === listed) doubled = positions.map((each) => headings[each] ?? '');
      const isShared = meant.some((other) => other.name !== name && other.positions.includes(position));
      if (others.length > 0 || (isShared && meaning !== listed)) continue;
      found.set(name, { position, heading: headings[position] ?? '' });
    }
    for (const { position } of found.values()) free.delete(position);
  }
  const missing = Object.entries(columns).flatMap(([name, { isOptional }]) =>
    isOptional === true || found.has(name) ? [] : [name],
  );
  return { columns: found, missing, doubled };
}

/** A way in which a heading means a column: what is compared of headings, null for nothing, and when one means what is listed. */
interface Meaning {
  readonly textOf: (heading: string) => string | null;
  readonly isMeant: (text: string | null, listed: readonly (string | null)[]) => boolean;
}

const isAmong: Meaning['isMeant'] = (text, listed) => text !== null && listed.includes(text);

const listed: Meaning = { textOf: normaliseHeading, isMeant: isAmong };

const sameWords: Meaning = { textOf: wordsOf, isMeant: isAmong };

const cutOff: Meaning = {
  textOf: normaliseHeading,
  isMeant: (text, listed) =>
    text !== null && text.length >= fewestLetters && listed.some((one) => one?.startsWith(text) === true),
};
