import { type Word, wordsOf } from './words.ts';

/** Names of places about which subjects are asked, longest first, as words that are compared. */
export type PlaceNames = readonly (readonly string[])[];

/** What is looked for, and where: either is empty where it is not said. */
export interface SubjectAndPlace {
  readonly subject: readonly Word[];
  readonly place: readonly Word[];
}

/** Names of places as they are looked for in a text. Never throws. */
export function readPlaceNames(names: readonly string[]): PlaceNames {
  return names
    .map(wordsOf)
    .filter((words) => words.length > 0)
    .toSorted((one, other) => other.length - one.length);
}

/** Tells a subject from the name of the place, a borough or London, in which it is asked about. Never throws. */
export function subjectAndPlace(words: readonly Word[], names: PlaceNames): SubjectAndPlace {
  for (const name of names) {
    const start = words.findIndex((_, index) => name.every((word, offset) => words[index + offset]?.stem === word));
    if (start < 0) continue;
    return { subject: words.toSpliced(start, name.length), place: words.slice(start, start + name.length) };
  }
  return { subject: words, place: [] };
}
