import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { RunningSystem } from '../support/running-system.ts';
import type { Ask, AskedSeries, Question } from './ask.ts';

/** What a language model is given: each answer as text, and the series that a script would read out of it. */
export interface Told {
  readonly text: string;
  readonly series: readonly AskedSeries[];
}

type Observation = AskedSeries['observations'][number];
type Answered = Pick<AskedSeries, 'area' | 'dimensions' | 'periodType' | 'breaks' | 'caveats'> & {
  readonly indicator: AskedSeries['indicator'];
  readonly observations: readonly Pick<Observation, 'period' | 'value' | 'displayValue' | 'status' | 'flags'>[];
};

/**
 * Asks the tool `series` of the endpoint for language models, once for each area of a question. What it does not tell is not there; what it
 * refuses is in the text, and is no series.
 */
export async function askByTool({ url }: Pick<RunningSystem, 'url'>, question: Question): Promise<Told> {
  const client = new Client({ name: 'a misreading', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
  const told: { texts: string[]; series: AskedSeries[] } = { texts: [], series: [] };
  for (const area of question.areas ?? []) {
    const { indicator, dimensions = {} } = question;
    const narrowed = Object.entries(dimensions).map(([dimension, value]) => ({ dimension, value }));
    const answer = await client.callTool({
      name: 'series',
      arguments: { indicator, area, dimensions: narrowed, last: 36 },
    });
    const [{ text } = { text: '' }] = answer.content as readonly { readonly text: string }[];
    told.texts.push(text);
    // The answer of our own tool.
    if (answer.isError !== true) told.series.push(seriesOf(JSON.parse(text) as Answered, question));
  }
  await client.close();
  return { text: told.texts.join('\n'), series: told.series };
}

function seriesOf({ observations, ...head }: Answered, { from = '', to = '9999' }: Parameters<Ask>[0]): AskedSeries {
  const yearOf = (id: string) => /\d{4}/.exec(id)?.[0] ?? '';
  const isAsked = ({ period: { id } }: Answered['observations'][number]) =>
    yearOf(id) >= from.slice(0, 4) && yearOf(id) <= to.slice(0, 4);
  const untold = { numerator: null, denominator: null, denominatorPeriod: null, lower: null, upper: null };
  return { ...head, observations: observations.filter(isAsked).map((figure) => ({ ...untold, ...figure })) };
}
