import { personalWordIn } from '@boroughgraph/schema/personal-data.ts';
import type { ColumnDefinition, DatasetDefinition } from '../datasets/dataset.ts';
import type { ReleaseDraft } from '../datasets/release-draft.ts';

/**
 * Why the headings of a file show records about people, as a clause that completes "because …"; null where they do not.
 *
 * `known` are headings that the format reads, which its dataset answers for. A column called `name` alone is refused too: in a
 * file of numbers it may name whoever the row is about, or the place, which has a column of its own. Never throws.
 */
export function personalColumnIn(headings: readonly string[], known: ReadonlySet<string>): string | null {
  const unknown = headings.filter((heading) => !known.has(heading));
  const found = unknown.find((heading) => wordIn(heading) !== null);
  if (found !== undefined)
    return `its column "${found.trim()}" stands for a person, a case or an address ("${wordIn(found) ?? ''}"): records about people are never loaded, so send counts without it`;
  const name = unknown.find((heading) => /^\s*names?\s*$/i.test(heading));
  return name === undefined
    ? null
    : `its column "${name.trim()}" does not say what it names: the name of a place stands under area_name or site_name, and that of a person is never loaded`;
}

/** The full name of a hospital is not a person's. */
function wordIn(heading: string): string | null {
  const word = personalWordIn(heading);
  return word === 'fullname' && ofPlace.test(heading) ? null : word;
}

const ofPlace =
  /\b(area|authority|borough|centre|clinic|college|court|force|home|hospital|hostel|office|police station|practice|prison|provider|refuge|school|site|station|suite|surgery|trust|unit|ward)s?\b/i;

/**
 * Where a dataset would store or serve personal data, one sentence for each place; empty where it would not. Never throws.
 *
 * A column for such data is read only where the dataset says what it is for, and neither an indicator nor a dimension has a
 * name that stands for it.
 */
export function findPersonalFaults({ id, indicators, formats }: DatasetDefinition): readonly string[] {
  const columns = formats.flatMap((format) =>
    Object.entries(format.columns).flatMap(([name, column]) => faultsOfColumn(`${id}: ${name}`, column)),
  );
  const names = indicators.flatMap((indicator) => [
    indicator.id,
    ...indicator.dimensions.map((dimension) => dimension.id),
    ...(indicator.siteKind === undefined ? [] : [indicator.siteKind]),
  ]);
  return [...columns, ...new Set(names.flatMap((name) => faultOfName(`${id}: ${name}`, name)))];
}

function faultsOfColumn(place: string, { headings, personal }: ColumnDefinition): readonly string[] {
  const found = headings.find((heading) => personalWordIn(heading) !== null);
  if (found === undefined || personal !== undefined) return [];
  return [`${place} reads "${found}", which stands for personal data: say in "personal" why it is read.`];
}

function faultOfName(place: string, name: string): readonly string[] {
  const word = personalWordIn(name);
  return word === null ? [] : [`${place} stands for personal data ("${word}"), which is never served.`];
}

/**
 * Refuses what a reader made of a file if a fact in it has a key that stands for personal data.
 *
 * @throws when there is one, which is a mistake in the reader of its dataset.
 */
export function requireImpersonalFacts({ facts }: Pick<ReleaseDraft, 'facts'>): void {
  for (const { kind, body } of facts.values()) {
    const key = keysOf(body).find((name) => personalWordIn(name) !== null);
    if (key !== undefined) throw new Error(`a fact of kind "${kind}" has "${key}", which stands for personal data`);
  }
}

/** The keys of an object and of the objects in it; a list is looked into by its first item, since its items are alike. */
function keysOf(body: unknown): readonly string[] {
  if (Array.isArray(body)) return keysOf(body[0]);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) => [key, ...keysOf(value)]);
}
