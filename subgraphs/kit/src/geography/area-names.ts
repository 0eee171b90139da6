import type { AreaType } from '@boroughgraph/schema/vocabulary/core.ts';
import { distance } from 'fastest-levenshtein';
import { remembering } from '../statistics/remembering.ts';
import { unitTypes } from './area-units.ts';
import { areaByCode, areas, type AreaRecord } from './areas.ts';

/** What a name turned out to be. Nothing is ever guessed: candidates are for people to choose from. */
export type AreaNameResolution =
  | { readonly kind: 'found'; readonly area: AreaRecord }
  /** Names nothing. `candidates` are up to three areas that may have been meant, likeliest first; never a result. */
  | { readonly kind: 'unknown'; readonly candidates: readonly AreaRecord[] }
  /** Names several areas, or a group of them: `candidates` are all of these. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly AreaRecord[] };

/** An ampersand, however many times it was encoded: `&`, `&amp;`, `&amp;amp;`, `&#38;`. */
const ampersand = /&(?:amp;|#0*38;|#x0*26;)*/gi;
const otherEntity = /&(?:nbsp|quot|apos|lsquo|rsquo|[mn]dash|shy|#\d+|#x[\da-f]+);/gi;

/** Spellings that must meet the City before style words go: without "Corporation of" it would be London. */
const citySpellings: ReadonlySet<string> = new Set([
  'city',
  'city corporation',
  'col',
  'corporation of london',
  'corporation of the city of london',
  'city and county of the city of london',
  'london city of',
]);

/**
 * What surrounds the name of a borough: "London Borough of X", "X London Boro" (Ordnance Survey), "LB X", "X Council".
 *
 * "City of" is not among them. London has two cities, which have it in their names; to strip it from others would make
 * the "City of Kingston" (Hull) a borough of London.
 */
const styleWords = /\b(?:(?:london |royal )?boro(?:ugh)?(?: of)?|lb(?: of)?|council|corporation)\b/g;

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * The name in the one form by which names are compared: `London Borough of Barking &amp; Dagenham` is
 * `barking and dagenham`.
 *
 * Lower case, `&` written "and", nothing but letters, digits and single spaces, no style words; each spelling of the
 * City of London is `city of london`. Empty for a text without a letter or digit. Never throws.
 */
export function normaliseAreaName(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(ampersand, '&')
    .replace(otherEntity, ' ')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const words = collapse(plain).replace(/^the /, '');
  return citySpellings.has(words) ? 'city of london' : collapse(words.replace(styleWords, ' '));
}

/** Spaces carry no meaning in a name: "Towerhamlets", "Kingston-upon-Thames", "Hackney" with a stray soft hyphen. */
const keyOf = remembering((text) => normaliseAreaName(text).replaceAll(' ', ''));

/** Names of each area as they are compared, worked out once: a file may hold thousands of rows with a wrong name. */
const namesByCode: ReadonlyMap<string, readonly string[]> = new Map(
  areas.map(({ code, name, aliases }) => [code, [...new Set([name, ...aliases].map(normaliseAreaName))]]),
);
const namesOf = ({ code }: AreaRecord) => namesByCode.get(code) ?? [];

const byKey: ReadonlyMap<string, readonly AreaRecord[]> = indexByKey(areas);

/** The areas that each name stands for: several where areas of different types share it. */
function indexByKey(named: readonly AreaRecord[]): ReadonlyMap<string, readonly AreaRecord[]> {
  const index = new Map<string, AreaRecord[]>();
  for (const area of named)
    for (const key of new Set(namesOf(area).map(keyOf))) index.set(key, [...(index.get(key) ?? []), area]);
  return index;
}

/**
 * Values of an area column that stand for no area of any kind, compared as names are.
 *
 * Sources. Metropolitan Police, Recorded crime: geographic breakdown, London Datastore: the airports in each borough
 * file, "Unknown" in that of 2023 to 2025, the aviation security command in the ward file of 2023 to 2025. "Other" and
 * "Outside London" are what partners write for an incident without a place or beyond their boundary.
 */
const outsideAreas: ReadonlySet<string> = new Set(
  ['London Heathrow and London City Airports', 'Aviation Security (SO18)', 'Unknown', 'Other', 'Outside London'].map(
    keyOf,
  ),
);

/**
 * Whether a published area column says, by this text, that the figure lies in no area: the airports, "Unknown".
 *
 * Such a row is kept outside areas, in no borough's total. False for an empty text and for a misspelt name, which are
 * for the importer to reject. Never throws.
 */
export function isOutsideAreas(text: string): boolean {
  return outsideAreas.has(keyOf(text));
}

/** Twice the longest name: what is longer is no slip of the pen, and its edit distance costs time a caller could abuse. */
const nameLengthLimit = 100;
/** As many as a person reads at a glance. */
const candidateLimit = 3;

/**
 * The one area of these types that bears this name, or why there is none.
 *
 * Case, surrounding space, punctuation, `&`, HTML entities and style words make no difference. A name that stands for
 * several boroughs (a command unit, a court area, a composite) is ambiguous where boroughs are asked for. A text that
 * `isOutsideAreas` knows, an empty one, or one of more than 100 letters, is unknown and has no candidates. Never throws.
 *
 * @default types ['BOROUGH']
 */
export function resolveAreaName(text: string, types: readonly AreaType[] = ['BOROUGH']): AreaNameResolution {
  const key = keyOf(text);
  const isWanted = ({ type }: AreaRecord) => types.includes(type);
  const named = byKey.get(key) ?? [];
  const [area, ...others] = named.filter(isWanted);
  if (area !== undefined)
    return others.length === 0 ? { kind: 'found', area } : { kind: 'ambiguous', candidates: [area, ...others] };
  if (key === '' || key.length > nameLengthLimit || isOutsideAreas(text)) return { kind: 'unknown', candidates: [] };
  const members = new Set(groupsNamed(text).flatMap((group) => group.members));
  const group = [...members]
    .toSorted()
    .map(areaByCode)
    .filter((member) => member !== null)
    .filter(isWanted);
  if (group.length > 0) return { kind: 'ambiguous', candidates: group };
  return { kind: 'unknown', candidates: nearest(normaliseAreaName(text), areas.filter(isWanted)) };
}

/** Kinds of area that put boroughs together, and whose names are easily taken for those of places. */
const groupTypes: ReadonlySet<AreaType> = new Set(['COMPOSITE', ...unitTypes]);

/**
 * Every unit or composite that bears this name, in the order of the table: "North East" is a unit of the police and two areas
 * of the courts, with no borough in common. Empty where none does. Never throws.
 */
export function groupsNamed(text: string): readonly AreaRecord[] {
  return (byKey.get(keyOf(text)) ?? []).filter(({ type }) => groupTypes.has(type));
}

/**
 * The one area of these types that bears this name; null where none does, or several do. As `resolveAreaName`, without the
 * search for candidates, for files most of whose rows are of other places. Never throws.
 *
 * @default types ['BOROUGH']
 */
export function areaNamed(text: string, types: readonly AreaType[] = ['BOROUGH']): AreaRecord | null {
  const [area, ...others] = (byKey.get(keyOf(text)) ?? []).filter(({ type }) => types.includes(type));
  return others.length === 0 ? (area ?? null) : null;
}

/**
 * Whether a text is one letter from a name of such an area: a slip of the pen (Camdem), or the name of another place
 * (Harlow, in Essex). False for a name itself. Never throws.
 *
 * @default types ['BOROUGH']
 */
export function isOneLetterOff(text: string, types: readonly AreaType[] = ['BOROUGH']): boolean {
  const key = keyOf(text);
  const named = areas.filter(({ type }) => types.includes(type)).flatMap((area) => namesOf(area).map(keyOf));
  return !named.includes(key) && named.some((name) => distance(name, key) === 1);
}

/** Shorter words ("and", "of", "upon") are in names of every place. */
const tellingWordLength = 5;

/** Whether a word of the text begins one of the name, the other way round, or differs by one letter: Hillingdom. */
function sharesWord(text: string, name: string): boolean {
  const tellingWords = (words: string) => words.split(' ').filter((word) => word.length >= tellingWordLength);
  const isLike = (a: string, b: string) => a.startsWith(b) || b.startsWith(a) || distance(a, b) === 1;
  return tellingWords(text).some((word) => tellingWords(name).some((other) => isLike(word, other)));
}

/** Those that share a word with the text, or all where none does; by edit distance, then in table order. */
function nearest(text: string, among: readonly AreaRecord[]): readonly AreaRecord[] {
  const ranked = among.map((area) => {
    const names = namesOf(area);
    const isRelated = names.some((name) => sharesWord(text, name));
    return { area, isRelated, edits: Math.min(...names.map((name) => distance(text, name))) };
  });
  const related = ranked.filter(({ isRelated }) => isRelated);
  const chosen = (related.length > 0 ? related : ranked).sort((a, b) => a.edits - b.edits);
  return chosen.slice(0, candidateLimit).map(({ area }) => area);
}
