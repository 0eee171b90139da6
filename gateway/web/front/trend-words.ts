import { type WholeSeries } from './answer.ts';

/** What is told of a trend. */
type Trend = Pick<WholeSeries['trend'], 'direction' | 'judgement' | 'reason' | 'firstPeriod' | 'lastPeriod'>;

/** Which way a series went, and whether that is for the better, in a sentence. */
export function describeTrend({ direction, judgement, reason, firstPeriod, lastPeriod }: Trend): string {
  const span = firstPeriod === null || lastPeriod === null ? '' : `, ${firstPeriod.label} to ${lastPeriod.label}`;
  const judged = { IMPROVEMENT: ': for the better', CONCERN: ': for the worse', NONE: '' }[judgement];
  switch (direction) {
    case 'INCREASING':
      return `A steady rise beyond chance${judged}${span}.`;
    case 'DECREASING':
      return `A steady fall beyond chance${judged}${span}.`;
    case 'NO_SIGNIFICANT_CHANGE':
      return `No steady rise or fall beyond chance${span}.`;
    case 'CANNOT_CALCULATE':
      return `Which way it went cannot be said. ${reason ?? ''}`;
    default:
      return direction satisfies never;
  }
}
