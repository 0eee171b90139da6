import { distance } from 'fastest-levenshtein';
import MiniSearch from 'minisearch';
import { wantedWords, wordsOf } from './words.ts';

/** What can be found: its name, other words for it, and what it says of itself. */
export interface Findable {
  readonly name: string;
  /** Other words for it; each is as good as its name. @default [] */
  readonly alsoCalled?: readonly string[];
  /** What it is about, though it is not called so: the indicator of a value. @default nothing */
  readonly about?: string;
  readonly text: string;
  /** How likely it is meant, beside others that fit as well, up to 1. @default 1 */
  readonly weight?: number;
  /** True where a word that is only like its own does not find it: names of places. @default false */
  readonly isExact?: boolean;
}

/** Something that was found, and how well it fits, from 0. Comparable with what another index finds by the same text. */
export interface Found<T extends Findable> {
  readonly thing: T;
  readonly score: number;
  /** True where it has none of the words themselves, but some that are like them. */
  readonly isGuess: boolean;
}

/** What a word is worth by where it stands. */
const fieldWorth = { names: 2.4, about: 1.2, text: 1 } as const;
type Field = keyof typeof fieldWorth;
const fields: readonly Field[] = ['names', 'about', 'text'];

/** What a thing gains that is called exactly so, and one that is called so among other words. */
const exactName = 4.6;
const withinName = 2.2;

/** A word like another is worth less; beginnings more than misspellings. */
const prefixWorth = 0.75;
const fuzzyWorth = 0.7;

/** Letters that may differ: none in a short word, one in eight up to two. */
const fuzziness = (word: string) => (word.length < 5 || /\d/.test(word) ? false : word.length < 9 ? 1 : 2);
/** Beginnings of fewer letters are of too many words. */
const isBeginning = (word: string) => word.length >= 4;

/** Finds things by words. What it finds depends on nothing but the things. */
export class SearchIndex<T extends Findable> {
  readonly #things: readonly T[];
  /** Of each thing the words of each of its names. */
  readonly #names: readonly (readonly (readonly string[])[])[];
  readonly #index: MiniSearch;

  constructor(things: readonly T[]) {
    this.#things = things;
    this.#names = things.map(({ name, alsoCalled = [] }) => [name, ...alsoCalled].map(wantedWords));
    this.#index = new MiniSearch({
      fields: [...fields],
      tokenize: (text) => text.split(' ').filter((word) => word !== ''),
      processTerm: (word) => word,
    });
    this.#index.addAll(
      things.map(({ about = '', text }, id) => ({
        id,
        names: (this.#names[id] ?? []).flat().join(' '),
        about: wordsOf(about).join(' '),
        text: wordsOf(text).join(' '),
      })),
    );
  }

  /** What fits words as `wantedWords` gives them, in no order; nothing for none. Never throws. */
  find(wanted: readonly string[]): readonly Found<T>[] {
    if (wanted.length === 0) return [];
    const worths = new Map<number, number[]>();
    const guessed = new Set<string>();
    wanted.forEach((word, position) => {
      for (const [id, { worth, isExact }] of this.#worthsOf(word)) {
        if (!isExact) guessed.add(`${id} ${word}`);
        const known = worths.get(id) ?? wanted.map(() => 0);
        known[position] = worth;
        worths.set(id, known);
      }
    });
    return [...worths].flatMap(([id, ofWords]) => {
      const thing = this.#things[id];
      if (thing === undefined) return [];
      const isGuess = wanted.every((word, position) => ofWords[position] === 0 || guessed.has(`${id} ${word}`));
      return [{ thing, score: this.#score(id, thing, { wanted, ofWords }), isGuess }];
    });
  }

  /** What a word is worth in each thing that has it, or one like it. */
  #worthsOf(word: string): ReadonlyMap<number, { readonly worth: number; readonly isExact: boolean }> {
    const results = this.#index.search(word, { prefix: isBeginning, fuzzy: fuzziness });
    return new Map(
      results.map(({ id, match }) => {
        const isExact = this.#things[id as number]?.isExact === true;
        const worths = Object.entries(match).map(([term, found]) => {
          const likeness = likenessOf(term, word);
          if (isExact && likeness < 1) return 0;
          return likeness * Math.max(...found.map((field) => fieldWorth[field as Field]));
        });
        return [id as number, { worth: Math.max(0, ...worths), isExact: Object.hasOwn(match, word) }];
      }),
    );
  }

  #score(
    id: number,
    { weight = 1 }: T,
    { wanted, ofWords }: { readonly wanted: readonly string[]; readonly ofWords: readonly number[] },
  ): number {
    const covered = ofWords.filter((worth) => worth > 0).length / wanted.length;
    const mean = ofWords.reduce((sum, worth) => sum + worth, 0) / wanted.length;
    const naming = Math.max(...(this.#names[id] ?? []).map((name) => namingOf(name, wanted)));
    return (mean * covered ** 2 + naming) * weight;
  }
}

function likenessOf(term: string, word: string): number {
  if (term === word) return 1;
  return term.startsWith(word) ? prefixWorth : fuzzyWorth;
}

/** What a name gains: most where it has the wanted words and no others, less the more it has besides. */
function namingOf(name: readonly string[], wanted: readonly string[]): number {
  if (name.length === 0) return 0;
  const found = wanted.filter((word) => name.some((own) => own === word || isNearly(own, word))).length;
  if (found < wanted.length) return (0.5 * found) / Math.max(name.length, wanted.length);
  return name.length === wanted.length ? exactName : (withinName * wanted.length) / name.length;
}

/** Whether two words are one, misspelt by as many letters as another word may differ. */
function isNearly(own: string, word: string): boolean {
  return distance(own, word) <= Number(fuzziness(word));
}
