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
  for (const isMeant of [isListed, hasSameWords, isCutOff]) {
    const open = Object.entries(columns).filter(([name]) => !found.has(name));
    const meant = open.map(([name, column]) => ({
      name,
      positions: [...free].filter((position) => isMeant(headings[position] ?? '', column.headings)),
    }));
    for (const { name, positions } of meant) {
      const [position, ...others] = positions;
      if (position === undefined) continue;
      if (others.length > 0 && isMeant === isListed) doubled = positions.map((each) => headings[each] ?? '');
      const isShared = meant.some((other) => other.name !== name && other.positions.includes(position));
      if (others.length > 0 || (isShared && isMeant !== isListed)) continue;
      found.set(name, { position, heading: headings[position] ?? '' });
    }
    for (const { position } of found.values()) free.delete(position);
  }
  const missing = Object.entries(columns).flatMap(([name, { isOptional }]) =>
    isOptional === true || found.has(name) ? [] : [name],
  );
  return { columns: found, missing, doubled };
}

type IsMeant = (heading: string, listed: readonly string[]) => boolean;

const isListed: IsMeant = (heading, listed) =>
  listed.some((one) => normaliseHeading(one) === normaliseHeading(heading));

const hasSameWords: IsMeant = (heading, listed) => {
  const words = wordsOf(heading);
  return words !== null && listed.some((one) => wordsOf(one) === words);
};

const isCutOff: IsMeant = (heading, listed) => {
  const text = normaliseHeading(heading);
  return text.length >= fewestLetters && listed.some((one) => normaliseHeading(one).startsWith(text));
};
