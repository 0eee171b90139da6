import text from '@boroughgraph/schema/operations/borough-page.graphql?raw';
import { type Months } from './address.ts';
import { type Question } from './ask.ts';
import { type Borough } from './boroughs.ts';

/** All that the page of a borough shows, in one operation, which a gateway plans before anybody asks it. */
export function writeBoroughQuestion({ borough, months }: { borough: Borough; months: Months }): Question {
  return { query: text, variables: { code: borough.code, months } };
}
