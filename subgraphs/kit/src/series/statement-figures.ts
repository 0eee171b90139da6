import type { Unit } from '@boroughgraph/schema/vocabulary/core.ts';
import type { IndicatorDefinition } from '../statistics/indicator.ts';
import { displayValueOf, type Observation } from '../statistics/observation.ts';

/** Units that stand in front of a number or behind it as no word of their own. */
const forms: Partial<Readonly<Record<Unit, (number: string) => string>>> = {
  PERCENT: (number) => `${number}%`,
  PERCENTAGE_POINTS: (number) => `${number} percentage ${number === '1' || number === '-1' ? 'point' : 'points'}`,
  PER_1000: (number) => `${number} per 1,000`,
  PER_10000: (number) => `${number} per 10,000`,
  PER_100000: (number) => `${number} per 100,000`,
  RATIO: (number) => `${number} times`,
  SCORE: (number) => `a score of ${number}`,
  POUNDS: (number) => (number.startsWith('-') ? `-£${number.slice(1)}` : `£${number}`),
};
const irregular: Partial<Readonly<Record<Unit, string>>> = {
  PEOPLE: 'person',
  CHILDREN: 'child',
  ENQUIRIES: 'enquiry',
  CASUALTIES: 'casualty',
};

/** A figure, and what a table prints of it. */
interface Shown extends Pick<Observation, 'displayValue' | 'flags'> {
  readonly value: number | null;
}

/** A published figure in words: `1,230 offences`, `25.4%`, `a median of 339 days`. Never throws. */
export function figureText({ unit, valueType }: IndicatorDefinition, { displayValue, flags }: Shown): string {
  if (flags.includes('ROUNDS_TO_ZERO')) return 'so low that its publisher rounded it to zero';
  const words = withUnit(unit, displayValue);
  return valueType === 'MEDIAN' || valueType === 'MEAN' ? `a ${valueType.toLowerCase()} of ${words}` : words;
}

/** A limit in words, with its unit: `12.5%`, `1,230 offences`. Never throws. */
export function limitText({ unit, decimals }: IndicatorDefinition, limit: number): string {
  return withUnit(unit, displayValueOf({ value: limit, status: 'PUBLISHED' }, decimals));
}

function withUnit(unit: Unit, number: string): string {
  return forms[unit]?.(number) ?? `${number} ${number === '1' ? singular(unit) : unit.toLowerCase()}`;
}

function singular(unit: Unit): string {
  return irregular[unit] ?? unit.toLowerCase().replace(/s$/, '');
}
