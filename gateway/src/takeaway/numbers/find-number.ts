import { londonDayAt } from '@boroughgraph/schema/vocabulary/london-day.ts';
import type { NumberAgency, NumberIndicator, NumberObservation, NumberRelease, NumberSeries } from './number-answer.ts';
import { type NumberKey, writeNumberAddress } from './number-address.ts';

/** A number as its release has it, with all that is to be said of it. */
export interface FoundNumber {
  readonly kind: 'number';
  readonly key: NumberKey & { readonly release: string };
  readonly agency: NumberAgency;
  readonly indicator: NumberIndicator;
  readonly series: NumberSeries;
  readonly observation: NumberObservation;
  readonly release: NumberRelease;
  /** The address of the number that answers now, where that is of another release; null where it is this one, or there is none. */
  readonly current: string | null;
}

/** Why there is no number at an address. */
export interface NoNumber {
  /** `gone`: there was, or it may not be seen; `absent`: there is no such thing. */
  readonly kind: 'gone' | 'absent';
  readonly reason: string;
  /** The address of the number that stands in its place; null where none does. */
  readonly instead: string | null;
}

/** What an agency says of a place: `now`, and as it stood on the day on which the release could first be seen. */
export interface Asked {
  readonly key: NumberKey & { readonly release: string };
  readonly now: NumberAgency;
  readonly then: NumberAgency;
}

/** The release of an address; null for one that its dataset does not list, as one under embargo. */
export function findRelease({ indicator }: NumberAgency, id: string): NumberRelease | null {
  return indicator?.dataset.releases.find((release) => release.id === id) ?? null;
}

/** The first day on which anybody could see a release, in London. */
export function firstDayOf({ publishedAt, embargoUntil }: NumberRelease): string {
  const ended = embargoUntil === null ? '' : londonDayAt(new Date(embargoUntil));
  return ended > publishedAt ? ended : publishedAt;
}

/** Why a release that was recalled answers for nothing; null for one that stands. */
export function describeRecall(release: NumberRelease, key: NumberKey, now: NumberAgency): NoNumber | null {
  if (release.recalledAt === null) return null;
  const reason = `The release ${release.id} was recalled on ${release.recalledAt.slice(0, 10)}: ${release.recallReason ?? 'without a reason'}`;
  return { kind: 'gone', reason, instead: addressNow(key, now) };
}

/** The number of a release that stands, or why it is not there. */
export function findNumber({ now, then, ...asked }: Asked): FoundNumber | NoNumber {
  const { indicator } = then;
  const series = seriesOf(asked.key, then);
  const key = { ...asked.key, place: series?.area?.code ?? series?.site?.id ?? asked.key.place };
  const release = findRelease(then, key.release);
  const observation = series?.observations.find(({ period }) => period.id === key.period);
  if (indicator === null || release === null || series === undefined || observation === undefined)
    return absent(`The release ${key.release} has no such number`, key, now);
  if (observation.status === 'CONFIDENTIAL')
    return { kind: 'gone', reason: 'The number is withheld to protect people', instead: null };
  if (observation.status === 'WITHHELD_BY_TIER')
    return { kind: 'gone', reason: 'The number is for named users of partner bodies alone', instead: null };
  if (observation.release?.id !== key.release) return describeOther(observation, release, { key, now });
  if (observation.value === null) return absent(`There is no number: ${observation.displayValue}`, key, now);
  const current = addressNow(key, now);
  const isCurrent = current === writeNumberAddress(key);
  return {
    kind: 'number',
    key,
    agency: then,
    indicator,
    series,
    observation,
    release,
    current: isCurrent ? null : current,
  };
}

/** Files of one day are parts of one edition: one that was loaded later may answer in the place of another. */
function describeOther(
  observation: NumberObservation,
  release: NumberRelease,
  { key, now }: Pick<Asked, 'key' | 'now'>,
): NoNumber {
  const other = observation.release;
  if (other?.publishedAt !== release.publishedAt)
    return absent(`The release ${release.id} has no such number`, key, now);
  const instead = writeNumberAddress({ ...key, release: other.id });
  return { kind: 'gone', reason: `Another file of the same day answers in its place, ${other.id}`, instead };
}

function absent(reason: string, key: NumberKey, now: NumberAgency): NoNumber {
  return { kind: 'absent', reason, instead: addressNow(key, now) };
}

/** The address of the number that answers now at a place; null where there is none. */
export function addressNow(key: NumberKey, now: NumberAgency): string | null {
  const observation = seriesOf(key, now)?.observations.find(({ period }) => period.id === key.period);
  const isThere = observation?.status === 'PUBLISHED' && observation.release !== null;
  return isThere ? writeNumberAddress({ ...key, release: observation.release?.id ?? '' }) : null;
}

/** The series of exactly the dimension values of an address. */
function seriesOf({ dimensions }: NumberKey, { series }: NumberAgency): NumberSeries | undefined {
  const isAsked = (own: NumberSeries) =>
    own.dimensions.length === dimensions.length &&
    dimensions.every(({ dimension, value }) =>
      own.dimensions.some((each) => each.dimension === dimension && each.value === value),
    );
  return series?.nodes.find(isAsked);
}
