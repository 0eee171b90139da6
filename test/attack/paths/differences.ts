import { z } from 'zod';
import { dimensionKey } from '@boroughgraph/kit/statistics/dimensions.ts';
import { askGraph } from '../graph-answer.ts';
import type { AttackedEdition, RunningBatch } from '../batch.ts';
import type { ObservedCell } from '../observe.ts';

/*
 * What a graph tells of its editions beside each other: the history of a figure, the changes of a dataset, the series that changed. Each may say
 * what the answers of two days say, and nothing more. What differs from that is told of something else.
 */

type Cells = AttackedEdition['observed']['cells'];

/** The editions that stand, oldest first: where the newest was recalled, it and what was answered of the one before until then are none. Never throws. */
export function standingEditions(editions: readonly AttackedEdition[]): readonly AttackedEdition[] {
  const [before, last] = [editions.at(-2), editions.at(-1)];
  const isRecalled = before !== undefined && last !== undefined && last.publishedAt < before.publishedAt;
  return isRecalled ? [...editions.slice(0, -3), last] : editions;
}

/** The figures whose history tells what no answer of its day does, or tells anything of a figure that is withheld now. Never throws. */
export function recoverFromHistory(editions: readonly AttackedEdition[]): readonly string[] {
  const newest = editions.at(-1)?.observed.cells ?? new Map<string, ObservedCell>();
  const byDay = new Map(editions.map(({ publishedAt, observed }) => [publishedAt, observed.cells]));
  return [...newest].filter(([id, cell]) => tellsMore(id, cell, byDay)).map(([id]) => id);
}

function tellsMore(id: string, { status, history }: ObservedCell, byDay: ReadonlyMap<string, Cells>): boolean {
  if (status === 'CONFIDENTIAL') return history.some(({ value, status: then }) => value !== null || then !== status);
  return history.some(({ day, value, status: then }) => {
    const shown = byDay.get(day)?.get(id);
    return shown === undefined || shown.value !== value || shown.status !== then;
  });
}

const counts = z.object({ new: z.number(), changed: z.number(), gone: z.number(), withheld: z.number() });
const changes = z.object({
  indicators: z.array(
    z.object({
      indicator: z.object({ id: z.string() }),
      periods: z.array(z.object({ period: z.object({ id: z.string() }), ...counts.shape })),
    }),
  ),
});
const changed = z.object({
  nodes: z.array(
    z.object({
      indicator: z.object({ id: z.string() }),
      area: z.object({ code: z.string() }),
      dimensions: z.array(z.object({ dimension: z.string(), value: z.string() })),
    }),
  ),
});

/** What `changes` and `changedSince` tell between two editions that the answers of both days do not, each as a line. */
export async function findTellingDifferences(
  batch: RunningBatch,
  one: AttackedEdition,
  other: AttackedEdition,
): Promise<readonly string[]> {
  const expected = differencesBetween(one, other);
  const told = await Promise.all(
    batch.datasets.map(({ id }) => askChanges(batch, id, [one.publishedAt, other.publishedAt])),
  );
  const series = await askChanged(batch, [one.publishedAt, other.publishedAt]);
  return [...unlike(expected.counts, new Set(told.flat())), ...unlike(expected.series, new Set(series))];
}

/** What stands in one of two lists alone. */
const unlike = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one, ...other].filter((line) => !one.has(line) || !other.has(line));

const countsLine = (indicator: string, period: string, of: z.infer<typeof counts>) =>
  `${indicator} ${period}: ${of.new} new, ${of.changed} changed, ${of.gone} gone, ${of.withheld} withheld`;

/** Worked out from what was answered as of two days alone. */
function differencesBetween(one: AttackedEdition, other: AttackedEdition) {
  const found = new Map<string, z.infer<typeof counts>>();
  const series = new Set<string>();
  for (const [id, now] of other.observed.cells) {
    // Of what no newer release answers for nothing changed.
    if (now.release === null || now.release.publishedAt <= one.publishedAt) continue;
    const what = becameOf(one.observed.cells.get(id), now);
    if (what === null) continue;
    const [indicator = '', place = '', narrowing = ''] = id.split('|');
    const name = `${indicator} ${now.period.id}`;
    const tally = found.get(name) ?? { new: 0, changed: 0, gone: 0, withheld: 0 };
    tally[what] += 1;
    found.set(name, tally);
    series.add(`${indicator}|${place}|${narrowing}`);
  }
  const lines = [...found].map(([name, tally]) => {
    const [indicator = '', period = ''] = name.split(' ');
    return countsLine(indicator, period, tally);
  });
  return { counts: new Set(lines), series };
}

function becameOf(before: ObservedCell | undefined, now: ObservedCell): keyof z.infer<typeof counts> | null {
  if (now.status === 'CONFIDENTIAL') return 'withheld';
  const earlier = before?.value ?? null;
  if (now.value !== null) return earlier === null ? 'new' : earlier === now.value ? null : 'changed';
  return earlier === null ? null : 'gone';
}

type Days = readonly [from: string, to: string];

async function askChanges({ asked }: RunningBatch, dataset: string, [from, to]: Days): Promise<readonly string[]> {
  const query = `{ ${asked.root} { dataset(id: "${dataset}") { changes(from: "${from}", to: "${to}") { indicators {
    indicator { id } periods(last: 500) { period { id } new changed gone withheld } } } } } }`;
  const answered = changes.parse((await rootOf(asked, query)).dataset?.changes);
  return answered.indicators.flatMap(({ indicator, periods }) =>
    periods.map(({ period, ...of }) => countsLine(indicator.id, period.id, of)),
  );
}

async function askChanged({ asked, indicators }: RunningBatch, [since, on]: Days): Promise<readonly string[]> {
  const query = `{ ${asked.root} { series(indicators: ${JSON.stringify(indicators)}, changedSince: "${since}", asPublishedOn: "${on}", first: 2000) {
    nodes { indicator { id } area { code } dimensions { dimension value } } } } }`;
  const answered = changed.parse((await rootOf(asked, query)).series);
  return answered.nodes.map(({ indicator, area, dimensions }) =>
    [
      indicator.id,
      area.code,
      dimensionKey(Object.fromEntries(dimensions.map(({ dimension, value }) => [dimension, value]))),
    ].join('|'),
  );
}

const root = z.record(
  z.string(),
  z.looseObject({ dataset: z.looseObject({ changes: z.unknown() }).nullish(), series: z.unknown().optional() }),
);

async function rootOf({ url, root: name }: RunningBatch['asked'], query: string) {
  const { text } = await askGraph(url, { query });
  const { data } = z.object({ data: root.nullish() }).parse(JSON.parse(text));
  const found = data?.[name];
  if (found === undefined) throw new Error(`the graph answered with errors: ${text.slice(0, 500)}`);
  return found;
}
