import { personalWordIn } from '@boroughgraph/schema/personal-data.ts';
import type { ColumnDefinition, DatasetDefinition } from '../datasets/dataset.ts';
import type { ReleaseDraft } from '../datasets/release-draft.ts';

/**
 * Why the headings of a file show records about people, as a clause that completes "because …"; null where they do not.
 *
 * `known` are headings that the format reads, which its dataset answers for. A column called `name` alone is refused too: in a
 * file of numbers it names whoever the row is about. Never throws.
 */
export function personalColumnIn(headings: readonly string[], known: ReadonlySet<string>): string | null {
  const found = headings.find((heading) => !known.has(heading) && wordIn(heading) !== null);
  return found === undefined
    ? null
    : `its column "${found.trim()}" stands for a person, a case or an address ("${wordIn(found) ?? ''}"): records about people are never loaded, so send counts without it`;
}

const wordIn = (heading: string) => personalWordIn(heading) ?? (/^\s*names?\s*$/i.test(heading) ? 'name' : null);

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
