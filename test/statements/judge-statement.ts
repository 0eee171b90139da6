import { comparable, ownScatter, ownTrend } from './own-figures.ts';
import { ownChart } from './own-chart.ts';
import type { ReadObservation, ReadSeries } from './series-answers.ts';

/** What was found of one paragraph: sentences that are false, sentences that no rule judges, and how many there were. */
export interface Judgement {
  readonly wrong: readonly string[];
  readonly unjudged: readonly string[];
  readonly sentences: number;
}

/** A form of sentence, and whether it is true of a series; the parts that it names are those of the form. */
interface Form {
  readonly form: RegExp;
  readonly isTrue: (series: ReadSeries, parts: readonly string[]) => boolean;
}

const isPublished = ({ status, value }: ReadObservation) => status === 'PUBLISHED' && value !== null;
const latestOf = ({ observations }: ReadSeries) => observations.findLast(isPublished);
const has = (flag: string) => (series: ReadSeries) => latestOf(series)?.flags.includes(flag) === true;
const always = () => true;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const monthText = (day: string) => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
const dayText = (day: string) => `${Number(day.slice(8))} ${monthText(day)}`;

/** Whether a figure in words begins with, or has, the number of an observation and names a unit. */
function saysFigure(words: string, one: ReadObservation | undefined): boolean {
  if (one === undefined) return false;
  if (one.flags.includes('ROUNDS_TO_ZERO')) return words === 'so low that its publisher rounded it to zero';
  const rest = words
    .replace(one.displayValue, '')
    .replace(/^a (?:median|mean) of /, '')
    .trim();
  return (
    words.includes(one.displayValue) && rest !== '' && !/\d/.test(rest.replace(/per (?:1,000|10,000|100,000)$/, ''))
  );
}

function saysSpan(series: ReadSeries, from: string, to: string): boolean {
  const five = comparable(series).slice(-5);
  const [first, last] = [five[0]?.period, five.at(-1)?.period];
  if (first === undefined || last === undefined) return false;
  const text = last.type === 'SNAPSHOT' ? dayText : monthText;
  return five.length === 5 && from === text(first.start) && to === text(last.end);
}

/** The scatter that the words claim, against chi-square of four degrees of freedom: 9.4877 at 95%, 16.924 at 99.8%. */
function saysScatter(series: ReadSeries, words: string): boolean {
  const square = ownScatter(series);
  if (square === null) return true;
  if (words.includes('no more than chance explains')) return square <= 9.4877 + 1e-3;
  return words.includes('by more than chance explains') ? square > 16.924 - 1e-3 : square > 9.48 && square < 16.93;
}

function saysDirection(series: ReadSeries, direction: string): boolean {
  const own = ownTrend(series);
  // At the very edge two ways of working a limit out may differ.
  return own !== null && (own.direction === direction || Math.abs(own.slopeSquare - 9.5495) < 0.05);
}

const judged = (series: ReadSeries, went: string, words: string) => {
  const good = { HIGH_IS_GOOD: 'up', LOW_IS_GOOD: 'down' }[series.indicator.polarity];
  if (good === undefined) return words === '' || series.indicator.polarity === 'SMALLER_GAP_IS_GOOD';
  return words === (went === good ? ', which is for the better' : ', which is for the worse');
};

const when = String.raw`(?:on|for|in the edition of)`;
const flags: readonly (readonly [RegExp, string])[] = [
  [/^It is provisional and may be revised\./, 'PROVISIONAL'],
  [/^It was revised: an earlier release had another figure\./, 'REVISED'],
  [/^It is an estimate, not a count\./, 'ESTIMATED'],
  [/^It comes from a model, not from a count\./, 'MODELLED'],
  [/^It is what was planned, not what happened\./, 'PLANNED'],
  [/^Its publisher calls it unreliable\./, 'LOW_RELIABILITY'],
  [/^It is of statistics in development, which their publisher was still testing\./, 'IN_DEVELOPMENT'],
  [/^It is rounded\./, 'ROUNDED'],
  [/^Part of the returns are missing, so it is too low\./, 'PARTIAL_COVERAGE'],
];

const forms: readonly Form[] = [
  ...flags.map(([form, flag]) => ({ form, isTrue: has(flag) })),
  {
    form: new RegExp(String.raw`^The latest figure is (.+?), ${when} ([^;]+); it is the only one\.`),
    isTrue: (series, [words = '', label = '']) =>
      series.observations.filter(isPublished).length === 1 &&
      saysFigure(words, latestOf(series)) &&
      label.startsWith(latestOf(series)?.period.label ?? '?'),
  },
  {
    form: new RegExp(String.raw`^The latest figure is (.+?), ${when} ([^;]+); the first is ${when} ([^.]+)\.`),
    isTrue: (series, [words = '', label = '', first = '']) =>
      saysFigure(words, latestOf(series)) &&
      label.startsWith(latestOf(series)?.period.label ?? '?') &&
      first.startsWith(series.observations.find(({ status }) => status === 'PUBLISHED')?.period.label ?? '?'),
  },
  {
    form: /^There is no later figure: that for ([^.]+?) (?:is|was|does|rests) [^.]+\./,
    isTrue: (series, [label = '']) => {
      const newest = series.observations.at(-1);
      return newest?.period.label === label && newest !== latestOf(series);
    },
  },
  { form: /^There is no figure(?:: the newest, for [^.]+)?\./, isTrue: (series) => latestOf(series) === undefined },
  {
    form: /^Published by ([^.]+(?:\.[^ .][^.]*)*)\./,
    isTrue: ({ dataset }, [who = '']) => who.replace(/^the /, '') === dataset.publisher.replace(/^the /i, ''),
  },
  { form: /^SYNTHETIC: [^.]+\.(?: Nobody [^.]+\.)?/, isTrue: has('SYNTHETIC') },
  {
    form: /^Allowing for chance, it lies between (.+?) and (.+?) \(95% confidence limits\)\./,
    isTrue: (series, [low = '', high = '']) => {
      const { lower = null, upper = null } = latestOf(series) ?? {};
      const number = (text: string) => Number(text.replaceAll(',', '').match(/-?\d+(?:\.\d+)?/)?.[0] ?? Number.NaN);
      const near = 0.51 * 10 ** -series.indicator.decimals;
      const hasUnit = [low, high].every((text) => /[^\d.,-]/.test(text));
      return (
        hasUnit &&
        lower !== null &&
        upper !== null &&
        Math.abs(number(low) - lower) <= near &&
        Math.abs(number(high) - upper) <= near
      );
    },
  },
  {
    form: /^It is a count, not an estimate from a sample\./,
    isTrue: (series) =>
      series.indicator.valueType === 'COUNT' && !has('ESTIMATED')(series) && !has('PARTIAL_COVERAGE')(series),
  },
  { form: /^No margin of error is known for it\./, isTrue: (series) => latestOf(series)?.lower === null },
  {
    form: /^Over the last five comparable figures, from (.+?) to (.+?), it went (up|down) by more than chance explains([^.]*)\.(?: Part of that may be the season of the year\.)?/,
    isTrue: (series, [from = '', to = '', went = '', words = '']) =>
      saysSpan(series, from, to) &&
      saysDirection(series, went === 'up' ? 'INCREASING' : 'DECREASING') &&
      judged(series, went, words),
  },
  {
    form: /^Over the last five comparable figures, from (.+?) to (.+?), it neither rose nor fell steadily by more than chance explains([^.]*)\./,
    isTrue: (series, [from = '', to = '', words = '']) =>
      saysSpan(series, from, to) && saysDirection(series, 'NO_SIGNIFICANT_CHANGE') && saysScatter(series, words),
  },
  {
    form: /^It did not stay at one level, from [^.]+? to [^.]+?\./,
    isTrue: (series) => {
      const special = ownChart(series)?.special ?? [];
      return special.filter(Boolean).length > special.length / 2;
    },
  },
  {
    form: /^The latest figure (lies within what was usual|is out of the ordinary for what was usual), from [^.]+? to [^.]+?\./,
    isTrue: (series, [words = '']) => ownChart(series)?.special.at(-1) === words.startsWith('is out'),
  },
  {
    form: /^Whether (?:it changed|the last five figures show a steady rise or fall) cannot be said: (?:five comparable points[^.]*|neither [^.]*)\./,
    isTrue: (series) => ownTrend(series) === null,
  },
  {
    form: /^Do not compare figures from before and after (?:any of these days: )?([^.]+)\./,
    isTrue: (series, [days = '']) =>
      days.split(', ').every((day) => series.breaks.some(({ at }) => dayText(at) === day)),
  },
  {
    form: /^(\d+) of (\d+) [^.]+ reported\./,
    isTrue: (series, [reporting, expected]) => {
      const { coverage = null } = latestOf(series) ?? {};
      return coverage?.reporting === Number(reporting) && coverage.expected === Number(expected);
    },
  },
  { form: /^It was measured (?:for|in) [^.]+\./, isTrue: always },
  {
    form: /^A rise may mean that more people come forward[^.]+\./,
    isTrue: ({ indicator }) => indicator.polarity === 'REPORTING_VOLUME',
  },
  {
    form: /^Neither a high nor a low figure is good or bad by itself\./,
    isTrue: ({ indicator }) => indicator.polarity === 'NO_JUDGEMENT',
  },
  {
    form: /^Half are below a median and half above[^.]+\./,
    isTrue: ({ indicator }) => indicator.valueType === 'MEDIAN',
  },
  {
    form: /^It goes by where something happened[^.]+\./,
    isTrue: ({ indicator }) => /^PLACE_OF_/.test(indicator.attributionBasis),
  },
  {
    form: /^It goes by the provider[^.]+\./,
    isTrue: ({ indicator }) => indicator.attributionBasis === 'PROVIDER_SITE',
  },
  {
    form: /^It goes by the court[^.]+\./,
    isTrue: ({ indicator }) => indicator.attributionBasis === 'COURT_OF_HEARING',
  },
];

/** Reads a paragraph sentence by sentence, and says which are false of the observations. */
export function judgeStatement(series: ReadSeries): Judgement {
  const { indicator, dimensions, statement, caveats } = series;
  const head = `${[indicator.name, ...dimensions.map(({ label }) => label)].join(', ')}: `;
  const at = statement.indexOf(`. ${indicator.definition}`);
  if (!statement.startsWith(head) || at < 0) return { wrong: [statement.slice(0, 200)], unjudged: [], sentences: 1 };
  const [wrong, unjudged]: [string[], string[]] = [[], []];
  let [rest, sentences] = [statement.slice(at + 2 + indicator.definition.length).trim(), 1];
  while (rest !== '') {
    const found = nextSentence(rest, series, caveats);
    sentences += 1;
    if (found.verdict === 'wrong') wrong.push(found.text);
    if (found.verdict === 'unjudged') unjudged.push(found.text);
    rest = rest.slice(found.text.length).trim();
  }
  return { wrong, unjudged, sentences };
}

function nextSentence(rest: string, series: ReadSeries, caveats: ReadSeries['caveats']) {
  const quoted = caveats.find(({ text }) => rest.startsWith(text));
  if (quoted !== undefined) return { text: quoted.text, verdict: 'true' } as const;
  for (const { form, isTrue } of forms) {
    const match = form.exec(rest);
    if (match !== null) return { text: match[0], verdict: isTrue(series, match.slice(1)) ? 'true' : 'wrong' } as const;
  }
  const end = rest.indexOf('. ');
  return { text: end < 0 ? rest : rest.slice(0, end + 1), verdict: 'unjudged' } as const;
}
