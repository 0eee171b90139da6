import { readFileSync } from 'node:fs';
import { askOnce, type Question } from './load.ts';

const operations: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['borough-safety', { code: 'E09000012' }],
  ['borough-safety', { code: 'E09000033' }],
  ['recorded-crime', { code: 'E09000007' }],
  ['catalogue', {}],
  ['find-borough', { name: 'Hackney' }],
];

/** Asking for all of it at once takes a moment when nothing is remembered yet. */
const patientMs = 20_000;

/**
 * What is asked, each with its answer now, while all is well.
 *
 * @throws {Error} when one is not answered whole.
 */
export async function prepareQuestions(url: string): Promise<readonly Question[]> {
  const questions: Question[] = [];
  for (const [name, variables] of operations) {
    const query = readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
    const came = await askOnce(url, { query, variables }, patientMs);
    const answer = came.kind === 'answer' ? (JSON.parse(came.text) as { data?: unknown; errors?: unknown }) : {};
    if (answer.data == null || answer.errors !== undefined)
      throw new Error(`${name} is not answered while all is well: ${JSON.stringify(came).slice(0, 500)}`);
    questions.push({ query, variables, whole: answer.data });
  }
  return questions;
}
