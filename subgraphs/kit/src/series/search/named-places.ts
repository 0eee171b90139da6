import { areas } from '../../geography/areas.ts';
import { wordsOf } from './words.ts';

/** Names of boroughs and of what lies around them, longest first, as words that are compared. */
const names: readonly (readonly string[])[] = areas
  .filter(({ type }) => type === 'BOROUGH' || type === 'REGION')
  .flatMap(({ name, aliases }) => [name, ...aliases.filter((alias) => alias.length > 4)])
  .map(wordsOf)
  .filter((words) => words.length > 0)
  .toSorted((one, other) => other.length - one.length);

/** What is looked for, and where: either is empty where it is not said. */
export interface Wanted {
  readonly subject: readonly string[];
  readonly place: readonly string[];
}

/** Tells a subject from the name of the borough, or of London, in which it is asked about. Never throws. */
export function subjectAndPlace(words: readonly string[]): Wanted {
  for (const name of names) {
    const start = words.findIndex((_, index) => name.every((word, offset) => words[index + offset] === word));
    if (start < 0) continue;
    return { subject: words.toSpliced(start, name.length), place: name };
  }
  return { subject: words, place: [] };
}
