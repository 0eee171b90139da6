import { askGraph } from '../graph-answer.ts';
import type { Asked } from '../observe.ts';
import { selectionOf } from '../selection.ts';

/** Who asks: many people, each with an account and a place of their own. */
const askers = Array.from({ length: 6 }, (_, index) => ({
  authorization: `Bearer asker-${index}`,
  cookie: `session=${index}`,
  'x-forwarded-for': `192.0.2.${index + 1}`,
  'user-agent': `asker/${index}`,
}));

/**
 * The indicators whose answer is not the same, byte by byte and header by header, for everybody who asks and every time: a figure with
 * noise that is drawn anew could be averaged.
 */
export async function findChangingAnswers(
  { url, root }: Asked,
  indicators: readonly string[],
): Promise<readonly string[]> {
  const query = `query Again($indicators: [ID!]!) { ${root} { series(indicators: $indicators, first: 50) { nodes { ${await selectionOf(url, 'Series')} } } } }`;
  const changing: string[] = [];
  for (const indicator of indicators) {
    const answers = new Set<string>();
    for (const headers of askers) {
      const answer = await askGraph(url, { query, variables: { indicators: [indicator] } }, headers);
      answers.add(JSON.stringify(answer));
    }
    if (answers.size > 1) changing.push(indicator);
  }
  return changing;
}
