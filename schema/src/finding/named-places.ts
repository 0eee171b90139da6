import { isNearly, type Word, wordsOf } from './words.ts';

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

/**
 * Tells a subject from the name of the place, a borough or London, in which it is asked about; where no place is named, also from one that is
 * misspelt. Never throws.
 *
 * @param isKnown - Whether a word is one of the things that are found: it is not a misspelt place.
 */
export function subjectAndPlace(
  words: readonly Word[],
  names: PlaceNames,
  isKnown: (word: Word) => boolean,
): SubjectAndPlace {
  const isSame = (own: string, { stem }: Word): boolean => own === stem;
  return (
    placeBy(words, names, isSame) ??
    placeBy(words, names, (own, word, name) => isSame(own, word) || isMisspelt(own, word, { name, isKnown })) ?? {
      subject: words,
      place: [],
    }
  );
}

type IsOne = (own: string, word: Word, name: readonly string[]) => boolean;

/** What is left beside the first name of which each word is one of the text; null where none is. */
function placeBy(words: readonly Word[], names: PlaceNames, isOne: IsOne): SubjectAndPlace | null {
  for (const name of names) {
    const start = words.findIndex((_, index) =>
      name.every((own, offset) => {
        const word = words[index + offset];
        return word !== undefined && isOne(own, word, name);
      }),
    );
    if (start < 0) continue;
    const place = words
      .slice(start, start + name.length)
      .map(({ written }, index) => ({ written, stem: name[index] ?? '' }));
    return { subject: words.toSpliced(start, name.length), place };
  }
  return null;
}

/** A shorter word is one letter away from too many others. */
const shortestMisspelt = 6;

/** Whether a word is one of a name with a letter wrong, but not the first. What stands alone may be another word: one that is known is. */
function isMisspelt(
  own: string,
  word: Word,
  { name, isKnown }: { readonly name: readonly string[]; readonly isKnown: (word: Word) => boolean },
): boolean {
  if (own.length < shortestMisspelt || !own.startsWith(word.stem.charAt(0)) || !isNearly(own, word.stem)) return false;
  return name.length > 1 || !isKnown(word);
}
