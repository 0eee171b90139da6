import type { MeasuredRelation, ObservationFlag } from '@boroughgraph/schema/vocabulary/core.ts';
import { absencePhrase, dayText } from '../statistics/comparable-points.ts';
import type { Caveat, IndicatorDefinition, SeriesBreak } from '../statistics/indicator.ts';
import { isCounted } from '../statistics/intervals.ts';
import type { Observation } from '../statistics/observation.ts';
import type { Trend } from '../statistics/trend.ts';
import { changeSentence, type ToldChart } from './statement-change.ts';
import { figureText, limitText } from './statement-figures.ts';

/** All that a statement is made of. */
export interface StatementFacts {
  readonly indicator: IndicatorDefinition;
  /** The name of the area or site that was measured. */
  readonly place: string;
  readonly relation: MeasuredRelation;
  /** The labels of the dimension values that it is narrowed to. */
  readonly breakdown: readonly string[];
  /** As in the middle of a sentence: `the Home Office`. */
  readonly publisher: string;
  readonly isSynthetic: boolean;
  /** True where the graph works the figures out from parts of two agencies. */
  readonly isComputed: boolean;
  /** Why nobody measures it here; null where it is measured. */
  readonly notMeasuredBecause: string | null;
  /** The whole grid, oldest first. */
  readonly observations: readonly Observation[];
  readonly breaks: readonly SeriesBreak[];
  /** Gravest first. */
  readonly caveats: readonly Caveat[];
  /** How far the series moved between the editions held; null where no figure was revised or may be. @default null */
  readonly movement?: string | null;
  /** What its publisher says of its revisions; null where no figure was revised, or nothing is known. @default null */
  readonly revisionNote?: string | null;
  readonly trend: Trend;
  readonly chart: ToldChart;
}

/**
 * One paragraph for a resident, from a few fixed forms of sentence: what is measured and where, over what time, by whom, how
 * sure the figure is, whether it changed, and what must not be concluded. It names no cause. Never throws.
 */
export function statementFrom(given: StatementFacts): string {
  const facts = { ...given, indicator: asNarrowed(given) };
  const latest = facts.observations.findLast(({ status, value }) => status === 'PUBLISHED' && value !== null);
  const sentences =
    latest === undefined
      ? [whatSentence(facts), absenceSentence(facts), sourceSentence(facts), ...warnings(facts)]
      : [
          whatSentence(facts),
          timeSentence(facts, latest),
          ...sinceSentence(facts, latest),
          sourceSentence(facts, latest),
          ...certaintySentences(facts.indicator, latest),
          ...movementSentences(facts, latest),
          changeSentence(facts.trend, facts.chart),
          ...warnings(facts),
        ];
  return sentences.join(' ');
}

/** The indicator, or of one that has medians and means as values of a dimension, the mean that a series is narrowed to. */
function asNarrowed({ indicator, breakdown }: StatementFacts): IndicatorDefinition {
  return indicator.valueType === 'MEDIAN' && breakdown.includes('Mean')
    ? { ...indicator, valueType: 'MEAN' }
    : indicator;
}

function whatSentence({ indicator, breakdown, place }: StatementFacts): string {
  return `${[indicator.name, ...breakdown].join(', ')}: ${place}. ${indicator.definition}`;
}

function absenceSentence({ indicator, notMeasuredBecause, observations }: StatementFacts): string {
  if (notMeasuredBecause !== null) return `There is no figure. ${notMeasuredBecause}`;
  const newest = observations.at(-1);
  return newest === undefined
    ? 'There is no figure.'
    : `There is no figure: the newest, for ${newest.period.label}, ${absencePhrase(indicator, newest)}.`;
}

function timeSentence({ indicator, observations }: StatementFacts, latest: Observation): string {
  const figure = `The latest figure is ${figureText(indicator, latest)}, ${whenText(indicator, latest)}`;
  const first = observations.find(({ status }) => status === 'PUBLISHED');
  return first === undefined || first.period.id === latest.period.id
    ? `${figure}; it is the only one.`
    : `${figure}; the first is ${whenText(indicator, first)}.`;
}

/** Of an edition of an index, which bears the year in which it was published: of which years its data are. */
function whenText({ editions = {} }: IndicatorDefinition, { period }: Observation): string {
  const data = editions[period.id];
  if (data !== undefined) return `in the edition of ${period.label}, ${data}`;
  return `${period.type === 'SNAPSHOT' ? 'on' : 'for'} ${period.label}`;
}

/** That the newest figure is not there, where an older one is told: without it the older one would pass for the newest. */
function sinceSentence({ indicator, observations }: StatementFacts, latest: Observation): readonly string[] {
  const newest = observations.at(-1);
  if (newest === undefined || newest.period.id === latest.period.id) return [];
  return [`There is no later figure: that for ${newest.period.label} ${absencePhrase(indicator, newest)}.`];
}

/** The id of a release behind a source, which says nothing to a resident; `Observation.denominatorSource` has it. */
const releaseInBrackets = / \([^()\s]+@[^()\s]+\)$/u;

function sourceSentence({ isSynthetic, isComputed, publisher }: StatementFacts, latest?: Observation): string {
  if (isSynthetic && isComputed)
    return 'SYNTHETIC: made-up sample figures are part of it, so it describes no real place, person or event.';
  if (isSynthetic)
    return 'SYNTHETIC: these are made-up sample figures. Nobody published them, and they describe no real place, person or event.';
  if (!isComputed) return `Published by ${publisher}.`;
  const denominator = latest?.denominatorSource?.replace(releaseInBrackets, '') ?? null;
  const source = `Worked out here from figures published by ${publisher}.`;
  return denominator === null ? source : `${source} The figures are divided by: ${denominator}.`;
}

/** What a flag says of how sure a figure is; the other flags say nothing of that. */
const flagSentences: Partial<Readonly<Record<ObservationFlag, string>>> = {
  PROVISIONAL: 'It is provisional and may be revised.',
  REVISED: 'It was revised: an earlier release had another figure.',
  ESTIMATED: 'It is an estimate, not a count.',
  MODELLED: 'It comes from a model, not from a count.',
  PLANNED: 'It is what was planned, not what happened.',
  LOW_RELIABILITY: 'Its publisher calls it unreliable.',
  IN_DEVELOPMENT: 'It is of statistics in development, which their publisher was still testing.',
  ROUNDED: 'It is rounded.',
  PARTIAL_COVERAGE: 'Part of the returns are missing, so it is too low.',
};

function certaintySentences(indicator: IndicatorDefinition, latest: Observation): readonly string[] {
  const { lower, upper, flags } = latest;
  const about = [...flags.flatMap((flag) => flagSentences[flag] ?? []), ...coverageSentence(latest)];
  const text = (limit: number) => limitText(indicator, limit);
  if (lower !== null && upper !== null)
    return [
      `Allowing for chance, it lies between ${text(lower)} and ${text(upper)} (95% confidence limits).`,
      ...about,
    ];
  const isCount =
    indicator.valueType === 'COUNT' && isCounted(indicator, latest) && !flags.includes('PARTIAL_COVERAGE');
  return [isCount ? 'It is a count, not an estimate from a sample.' : 'No margin of error is known for it.', ...about];
}

/** Beside a figure that was revised or may be: how far such figures moved, and what its publisher says of those that were. */
function movementSentences(
  { movement = null, revisionNote = null }: StatementFacts,
  { flags }: Observation,
): readonly string[] {
  const isMoving = flags.some((flag) => flag === 'PROVISIONAL' || flag === 'REVISED');
  const said = [isMoving ? movement : null, flags.includes('REVISED') ? revisionNote : null];
  return said.filter((sentence) => sentence !== null);
}

function coverageSentence({ coverage }: Observation): readonly string[] {
  const { reporting = null, expected = null, unit = '' } = coverage ?? {};
  return reporting === null || expected === null ? [] : [`${reporting} of ${expected} ${unit} reported.`];
}

/** What the relation of the place to the area asked about forbids; nothing for SAME. */
function relationSentence({ relation, place }: StatementFacts): readonly string[] {
  switch (relation) {
    case 'SAME':
      return [];
    case 'WIDER_AREA':
      return [`It was measured for the whole of ${place}: do not read it as the figure of one area in it.`];
    case 'PART_OF_AREA':
      return [`It was measured in ${place} alone: do not read it as the figure of the whole area asked about.`];
    case 'COMPOSITE':
      return [`It was measured for ${place} together: do not divide it between them.`];
    case 'SITE_IN_WIDER_AREA':
      return [`Which areas ${place} serves is not known: do not read it as the figure of one of them.`];
    case 'SITE_SERVING':
      return [`${place} may serve other areas too: do not read it as the figure of one of them.`];
    default:
      return [relation satisfies never];
  }
}

/** Caveats that a paragraph has room for; all of them stand in `Series.caveats`. */
const caveatsTold = 2;

function warnings(facts: StatementFacts): readonly string[] {
  const { indicator, observations, breaks, caveats } = facts;
  const grave = caveats.filter(({ severity, text }) => severity !== 'INFO' && !text.startsWith('SYNTHETIC'));
  const [first, last] = [observations[0], observations.at(-1)];
  const within = breaks.filter(
    ({ at }) => first !== undefined && last !== undefined && first.period.start < at && at <= last.period.end,
  );
  return [
    ...relationSentence(facts),
    ...breakSentence(within),
    ...grave.slice(0, caveatsTold).map(({ text }) => text),
    ...meaningSentences(indicator),
  ];
}

function breakSentence(breaks: readonly SeriesBreak[]): readonly string[] {
  const days = [...new Set(breaks.map(({ at }) => at))].sort().map(dayText);
  if (days.length === 0) return [];
  return [
    `Do not compare figures from before and after ${days.length > 1 ? 'any of these days: ' : ''}${days.join(', ')}.`,
  ];
}

const happenedThere =
  'It goes by where something happened: do not take it for what happened to the people who live there.';
/** What a basis of attribution other than residence forbids. */
const basisSentences: Partial<Readonly<Record<IndicatorDefinition['attributionBasis'], string>>> = {
  PLACE_OF_OFFENCE: happenedThere,
  PLACE_OF_INCIDENT: happenedThere,
  PROVIDER_SITE:
    'It goes by the provider, to whom people come from anywhere: do not take it for what happens to the people who live around it.',
  COURT_OF_HEARING: 'It goes by the court: do not take it for what happens to the people who live around it.',
};

function meaningSentences({ polarity, valueType, attributionBasis }: IndicatorDefinition): readonly string[] {
  return [
    ...(polarity === 'REPORTING_VOLUME'
      ? ['A rise may mean that more people come forward: do not take it as bad by itself, nor a fall as good.']
      : []),
    ...(polarity === 'NO_JUDGEMENT' ? ['Neither a high nor a low figure is good or bad by itself.'] : []),
    ...(valueType === 'MEDIAN' ? ['Half are below a median and half above: it says nothing of a single case.'] : []),
    ...[basisSentences[attributionBasis] ?? []].flat(),
  ];
}
