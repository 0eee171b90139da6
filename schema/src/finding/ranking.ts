import type { AbsenceReason, SearchKind } from '../vocabulary/core.ts';
import { type PlaceNames, subjectAndPlace } from './named-places.ts';
import type { Findable, Found, SearchIndex } from './search-index.ts';
import { partedWords, readPhrase, tellingWords, type Word } from './words.ts';

/** What somebody looks for, and how many results are wanted. */
export interface Wanted {
  readonly text: string;
  readonly first: number;
}

/** A dimension value that is found, or one around it. */
export interface FoundValue {
  readonly dimension: string;
  readonly value: string;
  readonly label: string;
}

/** Something that can be found, and what it is. */
export interface NamedThing extends Findable {
  readonly kind: SearchKind;
  readonly id: string;
  /** What its indicator is narrowed to; empty for what is no value of one. */
  readonly narrowing: readonly FoundValue[];
  /** The framework of a measure. @default none */
  readonly framework?: string | undefined;
}

/** What is found in: what an agency measures, and what it offers besides. */
export interface FoundIn<T extends NamedThing> {
  readonly defined: SearchIndex<T>;
  readonly offered: SearchIndex<T>;
  readonly places: PlaceNames;
}

/** Whether something is held of a thing, and what it is of use. */
export interface Standing {
  readonly isHeld: boolean;
  /** What tells things apart that fit alike; at most 0.3. */
  readonly use: number;
  readonly isSynthetic: boolean;
  /** Why nothing is held of it; both null where something is. */
  readonly reason: AbsenceReason | null;
  readonly note: string | null;
}

/** Something that fits the words, whether or not it is held. */
export interface Match<T extends NamedThing> extends Found<T> {
  readonly standing: Standing;
}

/** Letters of a text that is looked for. */
const longestText = 200;
/** Results of one search. */
const most = 50;
/** Of how many more than are wanted it is looked up whether they are held: what fits worse is not among the first in any case. */
const furtherConsidered = 25;
/** What a thing is worth of which nothing is held: one that is held and fits half as well comes before it. */
const unheldWorth = 0.5;
/** What is called by a subject and a place together is meant, rather than one of the two. */
const wholeWorth = 1.5;
/** What fits less well than this share of the best is not meant. */
const leastShare = 0.2;
/** And less than this is next to nothing. */
const leastScore = 0.5;

/** What is wrong with what is wanted, and with which argument; null where nothing is. Never throws. */
export function faultOf({ text, first }: Wanted): { readonly argument: keyof Wanted; readonly message: string } | null {
  if (text.length > longestText)
    return { argument: 'text', message: `text has ${text.length} characters: expected ${longestText} at most` };
  if (!Number.isInteger(first) || first < 1 || first > most)
    return { argument: 'first', message: `first is ${first}: expected a number from 1 to ${most}` };
  return null;
}

/** What fits the words so well that it may be among the first, best first, before it is known what is held. Never throws. */
export function findCandidates<T extends NamedThing>(
  { text, first }: Wanted,
  { defined, offered, places }: FoundIn<T>,
): readonly Found<T>[] {
  const { wanted, joining } = readPhrase(text);
  const isKnown = (word: Word): boolean => defined.isKnown(word) || offered.isKnown(word);
  const { place, ...asked } = subjectAndPlace(wanted, places, isKnown);
  const subject = partedWords(tellingWords(asked.subject), isKnown);
  const isBoth = place.length > 0 && subject.length > 0;
  // Burglary in Camden is burglary, and Camden: no figure is called both. A court may be called after where it is.
  const found = [
    ...defined.find(subject, joining),
    ...[subject, place].flatMap((words) => offered.find(words, joining)),
    ...(isBoth ? offered.find(wanted, joining).map((one) => ({ ...one, score: one.score * wholeWorth })) : []),
  ];
  const best = found.toSorted((a, b) => b.score - a.score).slice(0, first + furtherConsidered);
  const least = Math.max((best[0]?.score ?? 0) * leastShare, leastScore);
  return best.filter(({ score }) => score >= least);
}

/** The first of what fits, with what is held first, and each thing once. Never throws. */
export function rankMatches<T extends NamedThing>(
  matches: readonly Match<T>[],
  { first }: Pick<Wanted, 'first'>,
): readonly Match<T>[] {
  return matches
    .map((match) => ({ ...match, score: standingScore(match) }))
    .toSorted((a, b) => b.score - a.score || a.thing.narrowing.length - b.thing.narrowing.length)
    .filter((match, index, all) => all.findIndex((other) => isSameThing(other.thing, match.thing)) === index)
    .slice(0, first);
}

function standingScore<T extends NamedThing>({ score, standing: { isHeld, use } }: Match<T>): number {
  return isHeld ? score + use : score * unheldWorth;
}

/** Whether two matches are of one thing: what fits its subject may fit its place as well. */
function isSameThing(one: NamedThing, other: NamedThing): boolean {
  return one.kind === other.kind && one.id === other.id && one.name === other.name && one.framework === other.framework;
}
