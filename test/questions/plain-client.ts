import { type Intent, intentOf, withoutIntent } from './intent.ts';
import { rangeOf, typeOf } from './period-range.ts';

/** What the client is told of a question: the words, and where and when, as people name them. Nothing of what the graph calls it. */
export interface AskedQuestion {
  readonly asked: string;
  readonly place: string;
  readonly period: string | null;
}

/** What the client tells, and after how many requests. */
export type Reply = { readonly calls: number } & (
  | (ReplyAbout & { readonly reply: 'value'; readonly value: number; readonly cautions: readonly string[] })
  | (ReplyAbout & { readonly reply: 'trend' | 'comparison'; readonly outcome: string })
  | { readonly reply: 'refusal'; readonly reason: string; readonly text: string }
);

interface ReplyAbout {
  readonly indicator: string;
  readonly values: readonly string[];
  readonly period: string;
}

/** Asks the graph. */
export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>;

/** What a search finds, as far as the client reads it. */
interface Match {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly score: number;
  readonly isHeld: boolean;
  readonly isNamed: boolean;
  readonly reason: string | null;
  readonly note: string | null;
  readonly unmatched: readonly string[];
  readonly narrowing: readonly { readonly dimension: string; readonly value: string }[];
  readonly area: { readonly code: string; readonly type: string } | null;
  readonly indicator: {
    readonly valueType: string;
    readonly periodTypes: readonly string[];
    readonly held: { readonly sites: number; readonly areas: readonly { readonly areaType: string }[] };
  } | null;
}

interface Cell {
  readonly period: { readonly id: string };
  readonly value: number | null;
  readonly status: string;
  readonly flags: readonly string[];
}

interface Series {
  readonly relation: string;
  readonly dimensions: readonly { readonly value: string; readonly label: string }[];
  readonly firstPeriod: { readonly start: string } | null;
  readonly lastPeriod: { readonly end: string } | null;
  readonly observations: readonly Cell[];
  readonly latest: Cell | null;
  readonly caveats: readonly { readonly severity: string; readonly text: string }[];
  readonly breaks: readonly { readonly at: string }[];
  readonly trend?: { readonly direction: string; readonly reason: string | null };
  readonly comparators?: readonly { readonly outcome: string; readonly reason: string | null }[];
}

const findQuery = `query Find($text: String!, $place: String!) {
  found: search(text: $text, first: 12) {
    kind id name agency score isHeld isNamed reason note unmatched narrowing { dimension value }
    area { code type }
    indicator { ... on Indicator { valueType periodTypes held { sites areas { areaType } } } }
  }
  places: search(text: $place, first: 3) { kind id name agency score isHeld isNamed reason note unmatched narrowing { dimension value } area { code type } indicator { __typename } }
}`;

const cell = 'period { id } value status flags';
const seriesFields = `relation dimensions { value label } firstPeriod { start } lastPeriod { end } latest { ${cell} } caveats { severity text } breaks { at }`;
const extras: Readonly<Record<Intent, string>> = {
  value: '',
  trend: 'trend { direction reason }',
  LONDON: 'comparators(kinds: [LONDON]) { outcome reason }',
  ENGLAND: 'comparators(kinds: [ENGLAND]) { outcome reason }',
  PREVIOUS_YEAR: 'comparators(kinds: [PREVIOUS_YEAR]) { outcome reason }',
};

const placeKinds = new Set(['AREA', 'COURT', 'PROVIDER']);
/** What fits less well than this share of the best is not considered. */
const considered = 0.6;

/** A client without a language model: it searches, takes what has all the words, and follows what the answers say. Never guesses. */
export class PlainClient {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The number, with what must be said beside it, or why there is none. At most three requests. */
  async answer({ asked, place, period }: AskedQuestion): Promise<Reply> {
    const words = asked.replace(place, ' ');
    const intent = intentOf(words);
    if (intent === 'rank') return refuse('NO_RANKS', 'The graph ranks nothing.', 0);
    const found = await this.#ask(findQuery, { text: withoutIntent(words), place });
    const [where] = (found['places'] as readonly Match[]).filter(({ kind }) => placeKinds.has(kind));
    if (where === undefined) return refuse('NO_SUCH_PLACE', `nothing is called ${place}`, 1);
    const matches = found['found'] as readonly Match[];
    if (matches.some((one) => isOtherBorough(one, where)))
      return refuse('NOT_COMPARED', 'two places are named: each has its own answer', 1);
    const match = choose(matches, where);
    if (match === null) return refuse('NOT_FOUND', 'nothing is found by these words', 1);
    if (!match.isNamed) return refuse('NOT_FOUND', `${match.name} only speaks of it`, 1);
    if (match.unmatched.length > 0)
      return refuse('NOT_FOUND', `${match.name} is found, and has nothing of ${match.unmatched.join(', ')}`, 1);
    if (!match.isHeld) return refuse(match.reason ?? '', match.note ?? '', 1);
    if (period !== null && match.indicator?.periodTypes.includes(typeOf(period)) !== true)
      return refuse('OTHER_PERIOD_TYPE', `${match.name} has ${(match.indicator?.periodTypes ?? []).join(', ')}`, 1);
    return this.#answerOf(match, { where, period, intent });
  }

  async #answerOf(
    match: Match,
    { where, period, intent }: { readonly where: Match; readonly period: string | null; readonly intent: Intent },
  ): Promise<Reply> {
    const dimensions = match.narrowing.map(({ dimension, value }) => ({ dimension, value }));
    const variables = {
      id: match.id,
      place: where.id,
      dimensions: dimensions.length === 0 ? null : dimensions,
      type: period === null ? null : typeOf(period),
      during: period === null ? {} : rangeOf(period),
    };
    const observations =
      period === null ? `observations(last: 1) { ${cell} }` : `observations(during: $during) { ${cell} }`;
    const fields = `${seriesFields} ${observations} ${extras[intent]}`;
    const types = `$id: ID!, $place: ID!, $dimensions: [DimensionInput!]${period === null ? '' : ', $during: PeriodRange'}, $type: PeriodType`;
    const request: SeriesRequest = { types, fields, variables };
    const { series, absence } =
      where.kind === 'AREA' ? await this.#atArea(request) : await this.#atSite(match, request);
    if (series === null) return refuse(absence.reason, absence.text, 2);
    return tell(match, series, { period, intent });
  }

  async #atArea({ types, fields, variables }: SeriesRequest): Promise<Answered> {
    const query = `query At(${types}) { indicator(id: $id) { ... on Indicator {
      series(area: $place, dimensions: $dimensions, periodType: $type) { ${fields} }
      seriesAbsence(area: $place, periodType: $type) { reason text } } } }`;
    const { indicator } = await this.#ask(query, variables);
    const { series, seriesAbsence } = indicator as { series: Series | null; seriesAbsence: Answered['absence'] | null };
    return { series, absence: seriesAbsence ?? nothingHere };
  }

  async #atSite({ agency, narrowing }: Match, { types, fields, variables }: SeriesRequest): Promise<Answered> {
    const root = agency.replaceAll(/-./g, (text) => text.slice(1).toUpperCase());
    const query = `query At(${types}) { ${root} { series(indicators: [$id], sites: [$place], dimensions: $dimensions, periodType: $type, first: 200) { nodes { ${fields} } unanswered } } }`;
    const { [root]: answer } = await this.#ask(query, variables);
    const { series } = answer as { series: { nodes: readonly Series[]; unanswered: readonly string[] } };
    const node = series.nodes.find(({ dimensions }) => dimensions.length === narrowing.length);
    return { series: node ?? null, absence: { reason: 'NOT_MEASURED_HERE', text: series.unanswered.join(' ') } };
  }
}

/** What is asked for of a series. */
interface SeriesRequest {
  readonly types: string;
  readonly fields: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Answered {
  readonly series: Series | null;
  readonly absence: { readonly reason: string; readonly text: string };
}

const nothingHere = { reason: 'NOT_MEASURED_HERE', text: '' };

const refuse = (reason: string, text: string, calls: number): Reply => ({ reply: 'refusal', reason, text, calls });

/** What has the most of the words, of what fits nearly as well as the best; of two of one name the one that is measured at the place. */
function choose(found: readonly Match[], where: Match): Match | null {
  const figures = found.filter(({ kind }) => kind === 'INDICATOR' || kind === 'DIMENSION_VALUE');
  const [first] = figures;
  if (first === undefined) return null;
  const near = figures.filter(({ score }) => score >= first.score * considered);
  const best =
    near.toSorted(
      (one, other) =>
        Number(other.isNamed) - Number(one.isNamed) ||
        one.unmatched.length - other.unmatched.length ||
        other.score - one.score,
    )[0] ?? first;
  const same = near.filter((one) => one.name === best.name && one.unmatched.length === best.unmatched.length);
  return [best, ...same].find((one) => isMeasuredAt(one, where)) ?? best;
}

/** Whether another borough is named beside the one that is asked about. */
const isOtherBorough = ({ area, isNamed, score }: Match, where: Match): boolean =>
  area?.type === 'BOROUGH' && isNamed && score >= 5 && where.kind === 'AREA' && area.code !== where.area?.code;

function isMeasuredAt({ indicator, isHeld }: Match, { kind, area }: Match): boolean {
  if (!isHeld) return false;
  if (kind !== 'AREA') return (indicator?.held.sites ?? 0) > 0;
  return indicator?.held.areas.some(({ areaType }) => areaType === area?.type) === true;
}

function tell(
  match: Match,
  series: Series,
  { period, intent }: { readonly period: string | null; readonly intent: Intent },
): Reply {
  const asked = match.narrowing.map(({ value }) => value);
  const about = { indicator: match.id, values: asked, calls: 2 };
  const further = series.dimensions.filter(({ value, label }) => !asked.includes(value) && !/^all\b/i.test(label));
  if (further.length > 0 && match.indicator?.valueType === 'COUNT')
    return refuse(
      'NARROWER',
      `there is no total, only parts such as ${further.map(({ label }) => label).join(', ')}`,
      2,
    );
  if (intent === 'trend') {
    const { direction, reason } = series.trend ?? { direction: 'CANNOT_CALCULATE', reason: '' };
    if (direction === 'CANNOT_CALCULATE') return refuse('NOT_COMPARED', reason ?? '', 2);
    return { ...about, reply: 'trend', outcome: direction, period: '' };
  }
  if (intent !== 'value') {
    const { outcome, reason } = series.comparators?.[0] ?? { outcome: 'NOT_COMPARED', reason: '' };
    if (outcome === 'NOT_COMPARED') return refuse('NOT_COMPARED', reason ?? '', 2);
    return { ...about, reply: 'comparison', outcome, period: series.latest?.period.id ?? '' };
  }
  const shown =
    period === null
      ? (series.latest ?? series.observations.at(-1))
      : series.observations.find((one) => one.period.id === period);
  if (shown === undefined) return refuse(outside(series, period), 'no figure of this period', 2);
  if (shown.value === null) return refuse(shown.status, 'the publisher shows none', 2);
  return { ...about, reply: 'value', value: shown.value, period: shown.period.id, cautions: cautionsOf(series, shown) };
}

/** Why a period has no place on the grid: it lies before what is measured, or after it. */
function outside({ lastPeriod }: Series, period: string | null): string {
  const { from } = rangeOf(period ?? '');
  return lastPeriod !== null && from > lastPeriod.end ? 'NOT_YET_DUE' : 'NOT_COLLECTED';
}

/** What must be said beside a number. */
function cautionsOf({ relation, caveats, breaks }: Series, { flags }: Cell): readonly string[] {
  return [
    ...(relation === 'SAME' ? [] : [relation]),
    ...flags,
    ...(caveats.some(({ severity }) => severity !== 'INFO') ? ['CAVEAT'] : []),
    ...(breaks.length > 0 ? ['BREAK'] : []),
  ];
}
