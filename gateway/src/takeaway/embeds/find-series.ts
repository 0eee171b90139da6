import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { firstDayOf } from '../numbers/find-number.ts';
import type { Answered, Asking } from '../releases/release-question.ts';
import { listedRelease } from '../listed-dataset.ts';
import type { EmbedKey } from './embed-address.ts';

/** A series as it is shown, and as of which release; null for the newest figures. */
export interface FoundSeries {
  readonly kind: 'series';
  readonly series: object;
  readonly release: z.infer<typeof listedRelease> | null;
}

/** Why none is shown. */
export interface NoSeries {
  /** As an HTTP status: 404 for what there is not, 410 for what there was, 503 for what is missing just now. */
  readonly kind: 404 | 410 | 503;
  readonly reason: string;
}

const operation = readFile(
  new URL(import.meta.resolve('@boroughgraph/web/operations/embedded-series.graphql')),
  'utf8',
);

// What is drawn of the series is read by what draws it, which is tested against the schema.
const answer = z.object({
  indicator: z
    .object({
      dataset: z.object({ releases: z.array(listedRelease) }),
      seriesAbsence: z.object({ text: z.string() }).nullable(),
      series: z.looseObject({}).nullable(),
    })
    .nullable(),
});

type Indicator = NonNullable<z.infer<typeof answer>['indicator']>;

/**
 * The series of an address: the newest, or as it stood on the first day of its release. What a release published and is withheld since
 * is withheld here, too; a release that was recalled shows nothing.
 */
export async function findSeries(key: EmbedKey, ask: Asking): Promise<FoundSeries | NoSeries> {
  const { release: id, last } = key;
  const now = await askFor(key, ask, { on: null, last: id === null ? last : 1 });
  if ('kind' in now) return now;
  if (id === null) return describeSeries(now, null);
  const release = now.dataset.releases.find((each) => each.id === id);
  if (release === undefined) return { kind: 404, reason: `There is no release ${id.slice(0, 200)} of this` };
  if (release.recalledAt !== null) return describeRecall(release);
  const then = await askFor(key, ask, { on: firstDayOf(release), last });
  return 'kind' in then ? then : describeSeries(then, release);
}

interface When {
  /** As things stood at the end of this day; null for now. */
  readonly on: string | null;
  readonly last: number;
}

async function askFor(key: EmbedKey, ask: Asking, { on, last }: When): Promise<Indicator | NoSeries> {
  const { indicator: id, area, dimensions, periodType } = key;
  const given = { id, area, dimensions: dimensions.length > 0 ? dimensions : null, periodType, on, last };
  const answered = await ask(await operation, { ...given, isMonthly: periodType === 'MONTH' });
  const { indicator = null } = answer.safeParse(answered.data).data ?? {};
  return indicator === null || answered.errors.length > 0 ? describeErrors(answered) : indicator;
}

/** Why nothing came: what was wrong with the question, or who is silent. */
export function describeErrors({ errors }: Answered): NoSeries {
  const reason =
    [...new Set(errors.map(({ message }) => message))].join(' ') || 'The agency that measures it is silent';
  const isWrong = errors.length > 0 && errors.every(({ extensions }) => extensions?.['code'] === 'BAD_USER_INPUT');
  return { kind: isWrong ? 404 : 503, reason };
}

function describeSeries({ series, seriesAbsence }: Indicator, release: FoundSeries['release']): FoundSeries | NoSeries {
  if (series !== null) return { kind: 'series', series, release };
  return { kind: 404, reason: seriesAbsence?.text ?? 'Nothing is held of this there' };
}

/** Why a release that was recalled shows nothing. */
export function describeRecall({ id, recalledAt, recallReason }: z.infer<typeof listedRelease>): NoSeries {
  const reason = `The release ${id} was recalled on ${recalledAt?.slice(0, 10) ?? ''}: ${recallReason ?? 'without a reason'}`;
  return { kind: 410, reason };
}
