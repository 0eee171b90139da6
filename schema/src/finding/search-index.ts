import { distance } from 'fastest-levenshtein';
import { LRUCache } from 'lru-cache';
import MiniSearch from 'minisearch';
import { takeTurn } from '../process/turns.ts';
import { untellingWords } from './asking-words.ts';
import { fuzziness, isNearly, readPhrase, type Word, wordsOf } from './words.ts';

/** What can be found: its name, other words for it, and what it says of itself. */
export interface Findable {
  readonly name: string;
  /** Other words for it; each is as good as its name. @default [] */
  readonly alsoCalled?: readonly string[];
  /** False where its name does not say what it is: "Arrest" is what became of a search. @default true */
  readonly isNamed?: boolean;
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
  /** True where the wanted words have more than half of those of one of its names. */
  readonly isNamed: boolean;
  /** Words that were looked for and that it does not have, as they were written. */
  readonly unmatched: readonly string[];
}

/** What a word is worth by where it stands. */
const fieldWorth = { names: 2.4, about: 1.2, text: 1 } as const;
type Field = keyof typeof fieldWorth;
const fields: readonly Field[] = ['names', 'about', 'text'];

/** What a thing gains that is called exactly so, and one that is called so among other words. */
const exactName = 4.6;
const withinName = 2.2;
/** What one gains all of whose name is in the text, among other words. */
const spokenName = 1.5;

/** What one gains whose name has no words that join others and are not in the text, and for each that both have. */
const sameJoining = 0.2;
const eachJoining = 0.05;

/** A word like another is worth less; beginnings more than misspellings. */
const prefixWorth = 0.75;
const fuzzyWorth = 0.7;

/** Beginnings of fewer letters are of too many words. */
const isBeginning = (word: string) => word.length >= 4;

/** Things that words are remembered to have, all words together: some megabytes. People look for the same few hundred words. */
const mostRemembered = 20_000;

/** Finds things by words. What it finds depends on nothing but the things. Made by `build`: a new one has none. */
export class SearchIndex<T extends Findable> {
  readonly #things: T[] = [];
  /** Of each thing its names. */
  readonly #names: (readonly Name[])[] = [];
  readonly #index = new MiniSearch({
    fields: [...fields],
    tokenize: (text) => text.split(' ').filter((word) => word !== ''),
    processTerm: (word) => word,
  });
  /** How words are written, and how each is compared: the ending of a misspelt one is not seen as one. */
  readonly #spellings = new Map<string, string>();
  /** All words, as they are compared. */
  readonly #known = new Set<string>();
  /** What words that were looked for are worth, by how they are written. */
  readonly #worths = new LRUCache<string, ReadonlyMap<number, Worth>>({
    maxSize: mostRemembered,
    sizeCalculation: ({ size }) => size + 1,
  });

  /** An index of some things. While it is made, others have their turn. */
  static async build<T extends Findable>(things: readonly T[]): Promise<SearchIndex<T>> {
    const index = new SearchIndex<T>();
    for (const thing of things) {
      const turn = takeTurn();
      if (turn !== null) await turn;
      index.#add(thing);
    }
    return index;
  }

  #add(thing: T): void {
    const { name, about = '', text } = thing;
    const names = namesOf(thing).map(readPhrase);
    const words = {
      names: names.flatMap(({ wanted }) => wanted.map(({ stem }) => stem)),
      about: wordsOf(`${name} ${about}`),
      text: wordsOf(text),
    };
    for (const word of Object.values(words).flat()) this.#known.add(word);
    this.#index.add({
      id: this.#things.length,
      names: words.names.join(' '),
      about: words.about.join(' '),
      text: words.text.join(' '),
    });
    this.#things.push(thing);
    this.#names.push(names.map(({ wanted, joining }) => ({ stems: wanted.map(({ stem }) => stem), joining })));
    for (const { written, stem } of names.flatMap(({ words }) => words)) this.#spellings.set(written, stem);
  }

  /** Whether anything has a word. Never throws. */
  isKnown({ stem }: Word): boolean {
    return this.#known.has(stem);
  }

  /** What fits words as `readPhrase` wants them, in no order; nothing for none. `joining` is what joins them. Never throws. */
  find(wanted: readonly Word[], joining: ReadonlySet<string> = new Set()): readonly Found<T>[] {
    const ofWords = wanted.map((word) => this.#rememberedWorths(word));
    const meant = new Meant(wanted, joining);
    return [...new Set(ofWords.flatMap((worths) => [...worths.keys()]))].flatMap((id) => {
      const thing = this.#things[id];
      if (thing === undefined) return [];
      const worths = ofWords.map((each) => each.get(id)?.worth ?? 0);
      const isGuess = ofWords.every((each) => each.get(id)?.isExact !== true);
      const unmatched = wanted.filter(
        ({ written }, position) => worths[position] === 0 && !untellingWords.has(written),
      );
      const score = this.#score(id, thing, { meant, worths });
      const isNamed = hasInName(worths) && (this.#names[id] ?? []).some((name) => isCalled(name, meant));
      return [{ thing, score, isGuess, isNamed, unmatched: unmatched.map(({ written }) => written) }];
    });
  }

  #rememberedWorths(word: Word): ReadonlyMap<number, Worth> {
    const key = `${word.written} ${word.stem}`;
    const known = this.#worths.get(key) ?? this.#worthsOf(word);
    this.#worths.set(key, known);
    return known;
  }

  /** What a word is worth in each thing that has it, or one like it. */
  #worthsOf(word: Word): ReadonlyMap<number, Worth> {
    const { stem } = word;
    const own = this.#index.search(stem, { prefix: isBeginning });
    const isKnown = own.some(({ match }) => Object.hasOwn(match, stem));
    // A word that something has is spelt right, and is not taken for another.
    const results = isKnown ? own : this.#index.search(stem, { prefix: isBeginning, fuzzy: fuzziness });
    const worths = new Map<number, Worth>();
    for (const spelling of [stem, ...(isKnown ? [] : this.#spelledLike(word.written))])
      for (const { id, match } of spelling === stem ? results : this.#index.search(spelling)) {
        const worth = this.#worthOf(id as number, match, spelling);
        const found = { worth: spelling === stem ? worth : worth * fuzzyWorth, isExact: Object.hasOwn(match, stem) };
        if ((worths.get(id as number)?.worth ?? -1) < found.worth) worths.set(id as number, found);
      }
    return worths;
  }

  #worthOf(id: number, match: Readonly<Record<string, readonly string[]>>, word: string): number {
    const isExact = this.#things[id]?.isExact === true;
    const worths = Object.entries(match).map(([term, found]) => {
      const likeness = likenessOf(term, word);
      if (isExact && likeness < 1) return 0;
      return likeness * Math.max(...found.map((field) => fieldWorth[field as Field]));
    });
    return Math.max(0, ...worths);
  }

  /** Words like one that nothing has. */
  #spelledLike(written: string): readonly string[] {
    const most = Number(fuzziness(written));
    if (most === 0) return [];
    const like = [...this.#spellings].filter(
      ([known]) => Math.abs(known.length - written.length) <= most && distance(known, written) <= most,
    );
    return [...new Set(like.map(([, known]) => known))];
  }

  #score(
    id: number,
    { weight = 1 }: T,
    { meant, worths }: { readonly meant: Meant; readonly worths: readonly number[] },
  ): number {
    const covered = worths.filter((worth) => worth > 0).length / worths.length;
    const mean = worths.reduce((sum, worth) => sum + worth, 0) / worths.length;
    const names = hasInName(worths) ? (this.#names[id] ?? []) : [];
    const naming = Math.max(0, ...names.map((name) => namingOf(name, meant)));
    return (mean * covered ** 2 + naming) * weight;
  }
}

/** What something is called: its words, and what joins them. */
interface Name {
  readonly stems: readonly string[];
  readonly joining: ReadonlySet<string>;
}

const namesOf = ({ name, alsoCalled = [], isNamed = true }: Findable): readonly string[] =>
  isNamed ? [name, ...alsoCalled] : alsoCalled;

/** What a word is worth in a thing. */
interface Worth {
  readonly worth: number;
  readonly isExact: boolean;
}

function likenessOf(term: string, word: string): number {
  if (term === word) return 1;
  return term.startsWith(word) ? prefixWorth : fuzzyWorth;
}

/** What a name gains: most where it has the wanted words and no others, less the more it has besides. */
function namingOf(name: Name, meant: Meant): number {
  const [own, { stems, joining }] = [name.stems, meant];
  if (own.length === 0) return 0;
  const found = new Set(own.flatMap((word) => meant.wordsLike(word))).size;
  const isSpoken = own.every((word) => stems.includes(word));
  if (isSpoken && own.length < stems.length) return (spokenName * own.length) / stems.length;
  if (found < stems.length) return (0.5 * found) / Math.max(own.length, stems.length);
  if (own.length > stems.length) return (withinName * stems.length) / own.length;
  if (![...name.joining].every((word) => joining.has(word))) return exactName;
  return exactName + sameJoining + eachJoining * name.joining.size;
}

/** Whether a wanted word stands in a name: elsewhere it is worth less than one that is only like a word of a name. */
const hasInName = (worths: readonly number[]): boolean => worths.some((worth) => worth > fieldWorth.about);

/** Whether wanted words have more than half of a name. */
function isCalled({ stems: own }: Name, meant: Meant): boolean {
  return own.filter((word) => meant.wordsLike(word).length > 0).length > own.length / 2;
}

/** The words of one search, and which words of names are one with them: many names share a word, and it is compared once. */
class Meant {
  readonly stems: readonly string[];
  readonly joining: ReadonlySet<string>;
  readonly #like = new Map<string, readonly string[]>();

  constructor(wanted: readonly Word[], joining: ReadonlySet<string>) {
    this.stems = wanted.map(({ stem }) => stem);
    this.joining = joining;
  }

  /** The wanted words that a word of a name is, itself or misspelt. */
  wordsLike(own: string): readonly string[] {
    const known = this.#like.get(own) ?? this.stems.filter((word) => own === word || isNearly(own, word));
    this.#like.set(own, known);
    return known;
  }
}
