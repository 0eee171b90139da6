import everyBorough from '@boroughgraph/web/operations/on-demand/compare-page.graphql?raw';
import everyRate from '@boroughgraph/web/operations/on-demand/compare-rates-page.graphql?raw';
import { type Comparison } from '../address.ts';
import { type Question } from '../ask.ts';

/** Of London as a whole, beside which each borough is set. */
export const londonCode = 'E12000007';

/** How many of the newest periods each small chart has: two years of months. */
const periods = 24;

/** The one rate that the graph works out for one area at a time, from the offences of one agency and the residents of another. */
const workedOut = 'recorded-crime-rate';

/** Asks for one indicator in each borough and in London. */
export function writeCompareQuestion(chosen: Comparison): Question {
  const { indicator, narrowing } = chosen;
  if (isWorkedOut(chosen)) return { query: everyRate, variables: { id: indicator, periods } };
  const dimensions = narrowing.length > 0 ? narrowing : null;
  return { query: everyBorough, variables: { id: indicator, dimensions, periods } };
}

/** Whether the graph works an indicator out for one area at a time, of its newest figures. */
export function isWorkedOut({ indicator }: Comparison): boolean {
  return indicator === workedOut;
}
