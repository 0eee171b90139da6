import type { Ask, Reply } from './plain-client.ts';
import { readCell } from './published-cell.ts';
import { rangeOf, typeOf } from './period-range.ts';
import type { Question, Right } from './question.ts';

/** What the graph has, asked by the ids that the client is not told. */
interface Held {
  readonly isHeld: boolean;
  readonly value: number | null;
  readonly trend: string | null;
  readonly comparison: string | null;
}

/** What is wrong with a reply; null where nothing is. A number is compared with the published file, and with the graph asked by id. */
export async function faultOf(question: Question, reply: Reply, ask: Ask): Promise<string | null> {
  if (reply.calls > 3) return `${reply.calls} requests`;
  const { right } = question;
  if (right.reply === 'refusal') return faultOfRefusal(right, reply, { question, ask });
  if (reply.reply === 'refusal') return `refused: ${reply.reason}, ${reply.text}`;
  if (reply.indicator !== right.indicator || reply.values.at(-1) !== right.value)
    return `answers about ${reply.indicator} ${reply.values.join(' ')}`;
  const held = await askGraph(question, right, ask);
  if (right.reply === 'trend' || right.reply === 'comparison') {
    const outcome = held[right.reply];
    return reply.reply === right.reply && reply.outcome === outcome ? null : `not ${String(outcome)}`;
  }
  return reply.reply === 'value' ? faultOfValue(right, reply, held) : `a ${reply.reply}, no value`;
}

function faultOfValue(
  right: Right & { readonly reply: 'value' | 'cautious value' },
  reply: Reply & { readonly reply: 'value' },
  held: Held,
): string | null {
  const published = right.published === undefined ? null : readCell(right.published);
  if (published !== null && !isSame(published, reply.value)) return `${reply.value}, where ${published} is published`;
  if (held.value !== null && !isSame(held.value, reply.value))
    return `${reply.value}, where the graph has ${held.value}`;
  if (right.reply === 'value' || reply.cautions.includes(right.caution)) return null;
  return `without the caution ${right.caution}`;
}

async function faultOfRefusal(
  right: Right & { readonly reply: 'refusal' },
  reply: Reply,
  { question, ask }: { readonly question: Question; readonly ask: Ask },
): Promise<string | null> {
  const { indicator, reason } = right;
  const held = indicator === undefined ? null : await askGraph(question, { indicator }, ask);
  // Data have come since: the number that is held is right now, and so is any refusal.
  if (held?.isHeld === true)
    return reply.reply !== 'value' || isSame(held.value ?? Number.NaN, reply.value) ? null : 'a wrong number';
  if (reply.reply !== 'refusal') return `answers about ${reply.indicator}, where ${reason} is right`;
  return reply.reason === reason ? null : `refused: ${reply.reason}, where ${reason} is right (${reply.text})`;
}

/** Numbers that are the same to the decimals that files print. */
const isSame = (one: number, other: number): boolean => Math.abs(one - other) < 0.06;

async function askGraph(
  { place, period }: Question,
  { indicator, value }: { readonly indicator: string; readonly value?: string },
  ask: Ask,
): Promise<Held> {
  const choice = await ask(
    `query Known($id: ID!, $place: String!) {
      indicator(id: $id) { ... on Indicator { held { isHeld } dimensions { id values { value } } } }
      places: search(text: $place, first: 1) { area { code } } }`,
    { id: indicator, place },
  );
  const known = choice['indicator'] as {
    readonly held: { readonly isHeld: boolean };
    readonly dimensions: readonly { readonly id: string; readonly values: readonly { readonly value: string }[] }[];
  };
  const [found] = choice['places'] as readonly { readonly area: { readonly code: string } | null }[];
  const { isHeld } = known.held;
  if (found?.area == null || !isHeld) return { isHeld, value: null, trend: null, comparison: null };
  const dimension = known.dimensions.find(({ values }) => values.some((one) => one.value === value));
  const { indicator: answer } = await ask(
    `query Held($id: ID!, $area: ID!, $dimensions: [DimensionInput!], $type: PeriodType, $during: PeriodRange) {
      indicator(id: $id) { ... on Indicator { series(area: $area, dimensions: $dimensions, periodType: $type) {
        observations(during: $during) { value } latest { value } trend { direction } comparators(kinds: [LONDON]) { outcome } } } } }`,
    {
      id: indicator,
      area: found.area.code,
      dimensions:
        dimension === undefined || indicator === 'court-timeliness' ? null : [{ dimension: dimension.id, value }],
      type: period === null ? null : typeOf(period),
      during: period === null ? null : rangeOf(period),
    },
  );
  const { series } = answer as { readonly series: HeldSeries | null };
  const cell = period === null ? series?.latest : series?.observations.at(-1);
  const comparison = series?.comparators[0]?.outcome ?? null;
  return { isHeld, value: cell?.value ?? null, trend: series?.trend.direction ?? null, comparison };
}

interface HeldSeries {
  readonly observations: readonly { readonly value: number | null }[];
  readonly latest: { readonly value: number | null } | null;
  readonly trend: { readonly direction: string };
  readonly comparators: readonly { readonly outcome: string }[];
}
