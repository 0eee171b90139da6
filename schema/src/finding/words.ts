import { distance } from 'fastest-levenshtein';
import { LRUCache } from 'lru-cache';
import { stemmer } from 'stemmer';
import { askingWords, weakWords, withoutTimes } from './asking-words.ts';

/** Of each form of words as many are remembered: those of everything that is found here, several times. */
const mostWords = 10_000;

/** Words that tell nothing apart. */
const stopWords = new Set(
  'a an and are as at be been by do does for from has have how in into is it its me of on or our per show that the their there these they this to us was were what when where which who whose why will with'.split(
    ' ',
  ),
);

/**
 * Everyday words, and words of other Englishes, by the word that publishers use. Words for one indicator stand beside its definition;
 * these are of the language.
 */
const everyday: Readonly<Record<string, string>> = {
  admit: 'admission',
  admits: 'admission',
  admitted: 'admission',
  assess: 'assessment',
  assessed: 'assessment',
  nicked: 'stolen',
  pinched: 'stolen',
  poorest: 'poor',
  refer: 'referral',
  referred: 'referral',
  kid: 'child',
  kids: 'child',
  childrens: 'child',
  children: 'child',
  youngster: 'young',
  youngsters: 'young',
  teenager: 'young',
  teenagers: 'young',
  teen: 'young',
  teens: 'young',
  cop: 'police',
  cops: 'police',
  copper: 'police',
  coppers: 'police',
  policing: 'police',
  policeman: 'officer',
  policemen: 'officer',
  women: 'woman',
  men: 'man',
  people: 'person',
  folk: 'person',
  jail: 'prison',
  gaol: 'prison',
  gaols: 'prison',
  jails: 'prison',
  behavior: 'behaviour',
  center: 'centre',
  centers: 'centre',
  defense: 'defence',
  offense: 'offence',
  offenses: 'offence',
  neighborhood: 'neighbourhood',
  neighborhoods: 'neighbourhood',
  councils: 'council',
  autos: 'vehicle',
  auto: 'vehicle',
  car: 'vehicle',
  cars: 'vehicle',
};

/** Endings of American spelling, and those of British for them. */
const british: readonly (readonly [RegExp, string])[] = [
  [/iz(e|ed|es|ing|ation|ations)$/, 'is$1'],
  [/([bv])or(s|al|ed|ing)?$/, '$1our$2'],
];

/** A word of a text: as it is compared with others, and as it is written there. */
export interface Word {
  readonly stem: string;
  readonly written: string;
}

/**
 * The words of a text as they are compared: in lower case, without endings, those that tell nothing left out. Signs join what
 * belongs together: A&E and "A and E" are one word, and so are "anti-social" and "antisocial". Never throws.
 */
export function wordsOf(text: string): readonly string[] {
  return readWords(text).map(({ stem }) => stem);
}

/** The same, each with how it is written. Never throws. */
function readWords(text: string): readonly Word[] {
  return wordsIn(plain(text));
}

/** A text as somebody looks for it, or as something is called. */
export interface Phrase {
  /** Its words, as `readWords` gives them. */
  readonly words: readonly Word[];
  /** Its words, each once, without those of questions about any figure and without times where others are left. */
  readonly wanted: readonly Word[];
  /** Which of its words join others, or ask, and are not compared with those of others. */
  readonly joining: ReadonlySet<string>;
}

/** The words of a text, and what each is in it. Never throws. */
export function readPhrase(text: string): Phrase {
  const written = plain(text);
  const words = wordsIn(written);
  const timeless = split(withoutTimes(written));
  const telling = timeless.filter((word) => !askingWords.has(word)).map(spelt);
  const isAll = telling.length === timeless.length && telling.every((word, index) => word === timeless[index]);
  // What stands beside each other only now may belong together.
  const wanted = isAll ? telling.filter(isTelling).map(readWord) : readWords(telling.join(' '));
  return {
    words,
    wanted: withoutRepeats(wanted.length > 0 ? wanted : words),
    joining: new Set(split(written).filter((word) => joiningWords.has(word) || askingWords.has(word))),
  };
}

const wordsIn = (written: string): readonly Word[] => split(written).filter(isTelling).map(readWord);
const isTelling = (written: string): boolean => !stopWords.has(written);
const readWord = (written: string): Word => ({ stem: alike(written), written });

/** Words that join others, and that tell theft of a vehicle from theft from one. */
const joiningWords: ReadonlySet<string> = new Set(['from', 'of', 'in', 'to', 'by']);

/** Nobody gets the first letter wrong: Forrest is not the poorest. */
const isMisspelling = (known: string, word: string): boolean =>
  known.startsWith(word.charAt(0)) && Math.abs(known.length - word.length) <= 2 && distance(known, word) <= 2;

/** The words without those that any subject has, where others are left. Never throws. */
export function tellingWords(words: readonly Word[]): readonly Word[] {
  const telling = words.filter(({ written }) => !weakWords.has(written));
  return telling.length > 0 ? telling : words;
}

/** Letters that may differ: none in a short word, one in eight up to two. Never throws. */
export const fuzziness = (word: string): number | false =>
  word.length < 5 || /\d/.test(word) ? false : word.length < 9 ? 1 : 2;

/** Whether two words are one, misspelt by as many letters as another word may differ. Never throws. */
export function isNearly(own: string, word: string): boolean {
  const most = Number(fuzziness(word));
  return most > 0 && Math.abs(own.length - word.length) <= most && distance(own, word) <= most;
}

/** Letters of each part of a word that two are written as. */
const shortestPart = 3;

/** Words, of which those that nothing has are two where both parts are known: hatecrime. Never throws. */
export function partedWords(words: readonly Word[], isKnown: (word: Word) => boolean): readonly Word[] {
  return words.flatMap((word) => (isKnown(word) ? [word] : (partsOf(word, isKnown) ?? [word])));
}

function partsOf({ written }: Word, isKnown: (word: Word) => boolean): readonly Word[] | null {
  for (let length = shortestPart; length <= written.length - shortestPart; length += 1) {
    const parts = [written.slice(0, length), written.slice(length)].filter(isTelling).map(readWord);
    if (parts.length === 2 && parts.every(isKnown)) return parts;
  }
  return null;
}

const split = (text: string): readonly string[] => text.split(/[^a-z0-9]+/).filter((word) => word !== '');

const withoutRepeats = (words: readonly Word[]): readonly Word[] => [
  ...new Map(words.map((word) => [word.stem, word])).values(),
];

/** Everyday words that are long enough to be told when they are misspelt. */
const longEveryday: readonly string[] = Object.keys(everyday).filter((word) => word.length > 6);

/** An everyday word in the place of one that is nearly it: nothing else is like what it stands for. */
const spelt = rememberingWords((word) => {
  if (word.length < 7 || Object.hasOwn(everyday, word)) return word;
  return longEveryday.find((known) => isMisspelling(known, word)) ?? word;
});

/** A text without accents and apostrophes, in which abbreviations and words with a prefix are one word. */
function plain(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replaceAll('&amp;', '&')
    .replaceAll(/['’.]/g, '')
    .replaceAll(/\b([a-z])\s*(?:&|\band\b)\s*([a-z])s?\b/g, '$1$2')
    .replaceAll(
      /\b(anti|re|non|under|over|multi|co|pre|high|off|on|in|out|cyber|break|hold|wait)[-\s](?=[a-z])/g,
      joined,
    );
}

const withoutAccents = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : text.normalize('NFKD').replaceAll(/[\u0300-\u036f]/g, '');

/** A prefix belongs to the word after it; a word that stands alone as well is kept apart. */
function joined(match: string, prefix: string): string {
  return match.endsWith('-') || alwaysJoined.has(prefix) ? prefix : match;
}

const alwaysJoined = new Set(['anti', 'multi', 'cyber', 'non']);

/** The form under which a word is compared with others. */
const alike = rememberingWords((word) => {
  const known = Object.hasOwn(everyday, word) ? everyday[word] : undefined;
  if (known !== undefined) return stemmer(known);
  const spelt = british.reduce(
    (text, [ending, instead]) => (text.length > 5 ? text.replace(ending, instead) : text),
    word,
  );
  return stemmer(spelt);
});

/** What is made of words, remembered: thousands of names are of some hundreds of words. */
function rememberingWords(make: (word: string) => string): (word: string) => string {
  const known = new LRUCache<string, string>({ max: mostWords });
  return (word) => {
    const made = known.get(word) ?? make(word);
    known.set(word, made);
    return made;
  };
}
