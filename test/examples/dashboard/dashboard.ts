/*
 * A dashboard of recorded crime in one borough, as a page on standard output: `node dashboard.ts http://localhost:4000 E09000012 > page.html`.
 * The types of the answer are made from the schema and the operation, by graphql-codegen: a field that is not asked for does not compile.
 */
import { readFile } from 'node:fs/promises';
import type { RecordedCrimeQuery, RecordedCrimeQueryVariables } from './generated/recorded-crime.ts';

type Borough = NonNullable<RecordedCrimeQuery['borough']>;
type Series = NonNullable<NonNullable<Borough['crime']>['recorded']>;
type Observation = Series['observations'][number];

/** The answer of an operation, or an error that says what was wrong. */
async function ask<Answer>(endpoint: string, file: URL, variables: object): Promise<Answer> {
  const response = await fetch(`${endpoint}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: await readFile(file, 'utf8'), variables }),
  });
  // The types are those of the operation that was sent: the endpoint answers in its shape, or with errors.
  const { data, errors } = (await response.json()) as { data: Answer | null; errors?: { message: string }[] };
  if (data === null || errors !== undefined) throw new Error(errors?.map(({ message }) => message).join(' '));
  return data;
}

const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Zero, withheld and missing never look alike. */
function show({ value, status, flags }: Observation): string {
  if (value === null) return `<i>${status.toLowerCase().replaceAll('_', ' ')}</i>`;
  return value.toLocaleString('en-GB') + flags.map((flag) => ` <small>${flag.toLowerCase()}</small>`).join('');
}

/** Bars, one a month; a month without a figure has a gap. */
function draw(observations: readonly Observation[]): string {
  const most = Math.max(1, ...observations.map(({ value }) => value ?? 0));
  const bars = observations.map(({ value, period }, at) => {
    const height = ((value ?? 0) / most) * 100;
    return `<rect x="${at * 6}" y="${100 - height}" width="5" height="${height}"><title>${period.start}: ${value ?? 'none'}</title></rect>`;
  });
  return `<svg viewBox="0 0 ${observations.length * 6} 100" role="img" aria-label="One bar a month">${bars.join('')}</svg>`;
}

function writePage({ name }: Borough, { observations, dataset }: Series): string {
  const rows = observations.map(
    (own) =>
      `<tr><th scope="row">${own.period.start}</th><td>${show(own)}</td><td>${own.release?.publishedAt ?? ''}</td></tr>`,
  );
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${escape(name)}</title>
<h1>Recorded crime in ${escape(name)}</h1>
${draw(observations)}
<table><tr><th>Month from</th><th>Offences</th><th>Published</th></tr>${rows.join('\n')}</table>
<p>${escape(dataset.publisher)}. ${escape(dataset.attribution)}</p></html>`;
}

const [endpoint = 'http://localhost:4000', code = 'E09000012'] = process.argv.slice(2);
const operation = new URL('../../../schema/operations/recorded-crime.graphql', import.meta.url);
const variables: RecordedCrimeQueryVariables = { code, during: { from: '2024-01-01', to: '2026-12-31' } };
const { borough } = await ask<RecordedCrimeQuery>(endpoint, operation, variables);
const series = borough?.crime?.recorded ?? null;
if (borough === null || series === null) throw new Error(`Nothing is held for ${code}`);
console.log(writePage(borough, series));
