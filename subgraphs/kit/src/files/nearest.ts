import { distance } from 'fastest-levenshtein';
import { slug } from '../statistics/dimensions.ts';

/** As many as a person reads at a glance. */
const atMost = 3;

/** What is longer is no slip of the pen, and its edit distance costs time. */
const lengthLimit = 200;

/**
 * Up to three of some texts that one may have been meant for, likeliest first: those that begin like it or contain it, then those of
 * which at most a third of the letters differ; else those that have all its words. Empty where nothing is near. Never throws.
 */
export function nearestOf(text: string, known: readonly string[]): readonly string[] {
  const wanted = slug(text);
  if (wanted === '' || wanted.length > lengthLimit) return [];
  const ranked = known.map((one) => ({ one, share: shareOf(wanted, slug(one)) })).filter(({ share }) => share <= 1 / 3);
  if (ranked.length === 0) return withItsWords(wanted, known);
  return [...new Set(ranked.sort((a, b) => a.share - b.share).map(({ one }) => one))].slice(0, atMost);
}

/** Those that have every word of a text, shortest first: "mps-crime" of "mps-recorded-crime-borough". Empty for a single word. */
function withItsWords(wanted: string, known: readonly string[]): readonly string[] {
  const words = wanted.split('-');
  if (words.length < 2) return [];
  const having = known.filter((one) => words.every((word) => slug(one).split('-').includes(word)));
  return having.toSorted((one, other) => one.length - other.length).slice(0, atMost);
}

/** The part of the letters in which two texts differ; little where one is in the other as whole words. */
function shareOf(wanted: string, known: string): number {
  const longer = Math.max(wanted.length, known.length);
  if (known === '') return 1;
  const isWithin = `-${known}-`.includes(`-${wanted}-`) || `-${wanted}-`.includes(`-${known}-`);
  const share = distance(wanted, known) / longer;
  return isWithin && Math.min(wanted.length, known.length) >= 3 ? Math.min(share, 0.2) : share;
}

/** Texts in quotation marks, the first of them where there are many, with how many more. Never throws. */
export function listSome(texts: readonly string[], shown = 12): string {
  const some = texts.slice(0, shown).map((text) => `"${text.trim().replaceAll(/\s+/g, ' ')}"`);
  const more = texts.length - some.length;
  return `${some.join(', ')}${more === 0 ? '' : ` and ${more.toLocaleString('en-GB')} more`}`;
}
