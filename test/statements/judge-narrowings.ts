import { z } from 'zod';
import type { RunningSystem } from '../support/running-system.ts';
import type { ReadSeries } from './series-answers.ts';

/** What a series is narrowed to, `dimension=value`. */
type Narrowing = readonly string[];

/** The narrowings that were listed of one indicator at one place. */
interface Listed {
  readonly indicator: string;
  readonly area: string;
  readonly periodType: string;
  readonly narrowings: Narrowing[];
}

/** Collects the narrowings of each indicator at the first area at which one has two dimensions or more. */
export class ListedNarrowings {
  readonly #byIndicator = new Map<string, Listed>();

  add({ indicator: { id }, area, dimensions, periodType }: ReadSeries): void {
    if (area === null) return;
    const narrowing = dimensions.map(({ dimension, value }) => `${dimension}=${value}`).toSorted();
    const known = this.#byIndicator.get(`${id} ${area.code} ${periodType}`);
    if (known !== undefined) known.narrowings.push(narrowing);
    else
      this.#byIndicator.set(`${id} ${area.code} ${periodType}`, {
        indicator: id,
        area: area.code,
        periodType,
        narrowings: [narrowing],
      });
  }

  /** For each indicator, what was listed at one area with most narrowings. */
  ofEachIndicator(): readonly Listed[] {
    const byIndicator = Map.groupBy(this.#byIndicator.values(), ({ indicator }) => indicator);
    return [...byIndicator.values()].flatMap((all) => {
      const [most] = all.toSorted((a, b) => b.narrowings.length - a.narrowings.length);
      return most?.narrowings.some(({ length }) => length > 1) === true ? [most] : [];
    });
  }
}

/** Narrowings that are asked for of each indicator at most, those of one dimension of another first. */
const mostAsked = 12;

/** What was asked of the graph, and what it should not have answered, each as a line. */
export interface JudgedNarrowings {
  readonly asked: number;
  readonly refused: number;
  readonly wrong: readonly string[];
}

/**
 * Asks for series by a part of their narrowing. One that leaves a single series, or one of which all others that it leaves are parts, finds it;
 * one that leaves several is refused, with each dimension that is missing.
 */
export async function judgeNarrowings(system: RunningSystem, listed: ListedNarrowings): Promise<JudgedNarrowings> {
  const wrong: string[] = [];
  let [asked, refused] = [0, 0];
  for (const one of listed.ofEachIndicator())
    for (const part of partsOf(one)) {
      const left = one.narrowings.filter((narrowing) => part.every((value) => narrowing.includes(value)));
      const least = left.find((narrowing) => left.every((other) => narrowing.every((value) => other.includes(value))));
      const answer = await ask(system, one, part);
      asked += 1;
      refused += Number(answer.message !== null);
      const problem = least === undefined ? faultOfRefusal(answer, left, part) : faultOfFinding(answer, least);
      if (problem !== null) wrong.push(`${one.indicator} / ${one.area} / ${part.join(' and ')}: ${problem}`);
    }
  return { asked, refused, wrong };
}

/** Narrowings by a part of what series are narrowed to, each once. */
function partsOf({ narrowings }: Listed): readonly Narrowing[] {
  const parts = narrowings.filter(({ length }) => length > 1).flatMap((narrowing) => narrowing.map((value) => [value]));
  const byText = new Map(parts.map((part) => [part.join(' '), part]));
  const byDimension = Map.groupBy(byText.values(), ([value = '']) => value.split('=')[0] ?? '');
  const each = Math.ceil(mostAsked / byDimension.size);
  return [...byDimension.values()].flatMap((ofDimension) => ofDimension.slice(0, each));
}

interface Answer {
  readonly found: Narrowing | null;
  readonly message: string | null;
}

function faultOfFinding({ found, message }: Answer, least: Narrowing): string | null {
  if (message !== null) return `it leaves one series, and is refused: ${message}`;
  return found?.toSorted().join(' ') === least.join(' ')
    ? null
    : `it should find ${least.join(' ')}, not ${found?.join(' ') ?? 'nothing'}`;
}

function faultOfRefusal({ found, message }: Answer, left: readonly Narrowing[], part: Narrowing): string | null {
  if (message === null) return `it leaves ${left.length} series, and finds ${found?.join(' ') ?? 'nothing'}`;
  const dimensions = new Set(left.flat().flatMap((value) => (part.includes(value) ? [] : [value.split('=')[0] ?? ''])));
  const unnamed = [...dimensions].filter((dimension) => !message.includes(dimension));
  return unnamed.length === 0 ? null : `it is refused without a word of ${unnamed.join(', ')}: ${message}`;
}

const answerSchema = z.object({
  indicator: z.object({
    series: z.object({ dimensions: z.array(z.object({ dimension: z.string(), value: z.string() })) }).nullable(),
  }),
});

async function ask(system: RunningSystem, { indicator, area, periodType }: Listed, part: Narrowing): Promise<Answer> {
  const dimensions = part.map((text) => {
    const [dimension, ...value] = text.split('=');
    return { dimension, value: value.join('=') };
  });
  const { data, errors } = await system.ask(
    `query ($id: ID!, $area: ID!, $kind: PeriodType, $dimensions: [DimensionInput!]) {
      indicator(id: $id) { series(area: $area, periodType: $kind, dimensions: $dimensions) { dimensions { dimension value } } } }`,
    { id: indicator, area, kind: periodType, dimensions },
  );
  if (errors !== undefined) return { found: null, message: errors.map(({ message }) => message).join('; ') };
  const { series } = answerSchema.parse(data).indicator;
  return {
    found: series === null ? null : series.dimensions.map(({ dimension, value }) => `${dimension}=${value}`),
    message: null,
  };
}
