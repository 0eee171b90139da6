import { areas } from '../../geography/areas.ts';
import { type Word, wordsOf } from './words.ts';

/** Kinds of area about which subjects are asked. */
const placeTypes: ReadonlySet<string> = new Set(['BOROUGH', 'REGION', 'COUNTRY']);

/** Names of boroughs and of what lies around them, longest first, as words that are compared. */
const names: readonly (readonly string[])[] = areas
  .filter(({ type }) => placeTypes.has(type))
  .flatMap(({ name, aliases }) => [name, ...aliases.filter((alias) => alias.length > 4)])
  .map(wordsOf)
  .filter((words) => words.length > 0)
  .toSorted((one, other) => other.length - one.length);

/** What is looked for, and where: either is empty where it is not said. */
export interface Wanted {
  readonly subject: readonly Word[];
  readonly place: readonly Word[];
}

/** Tells a subject from the name of the borough, or of London, in which it is asked about. Never throws. */
export function subjectAndPlace(words: readonly Word[]): Wanted {
  for (const name of names) {
    const start = words.findIndex((_, index) => name.every((word, offset) => words[index + offset]?.stem === word));
    if (start < 0) continue;
    return { subject: words.toSpliced(start, name.length), place: words.slice(start, start + name.length) };
  }
  return { subject: words, place: [] };
}
