import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { furtherManifestPath } from '../support/published-manifest.ts';
import { startPublishedSystem } from '../support/published-system.ts';
import type { RunningSystem } from '../support/running-system.ts';

/** London, the Met, a borough, the country: a measure that answers does so at one of them. */
const areas = { london: 'E12000007', met: 'E23000001', hackney: 'E09000012', country: 'K04000001' };
const indicatorTypes = ['PolicingIndicator', 'JusticeIndicator', 'HealthIndicator', 'LocalAuthorityIndicator'];

const latest = z.object({ latest: z.object({ displayValue: z.string() }).nullable() }).nullable();
const indicator = z.object({
  id: z.string(),
  narrowedTo: z.array(z.object({ value: z.string() })),
  london: latest,
  met: latest,
  hackney: latest,
  country: latest,
});
const answer = z.object({
  frameworks: z.array(z.object({ measures: z.array(z.object({ id: z.string(), measuredBy: z.array(indicator) })) })),
});

const series = Object.entries(areas).map(
  ([name, code]) => `${name}: series(area: "${code}") { latest { displayValue } }`,
);
const fields = `id narrowedTo { value } ${series.join(' ')}`;
const query = `{ frameworks { measures { id measuredBy { ${indicatorTypes.map((type) => `... on ${type} { ${fields} }`).join(' ')} } } } }`;

describe.skipIf(furtherManifestPath === null)('measures of frameworks, over the published files', () => {
  let system: RunningSystem;
  let answered: ReadonlyMap<string, readonly string[]>;
  beforeAll(async () => {
    system = await startPublishedSystem();
    const { data, errors } = await system.ask(query);
    expect(errors).toBeUndefined();
    const measures = answer.parse(data).frameworks.flatMap((framework) => framework.measures);
    answered = new Map(measures.map(({ id, measuredBy }) => [id, measuredBy.filter(answers).map(nameOf)]));
  }, 360_000);
  afterAll(() => system[Symbol.asyncDispose]());

  const answers = (one: z.infer<typeof indicator>) =>
    [one.london, one.met, one.hackney, one.country].some((found) => found?.latest != null);
  const nameOf = ({ id, narrowedTo }: z.infer<typeof indicator>) =>
    [id, ...narrowedTo.map(({ value }) => value)].join(' ');

  it('answer, 38 of them at least', () => {
    expect([...answered.values()].filter((found) => found.length > 0).length).toBeGreaterThanOrEqual(38);
  });

  it.each([
    ['f13-burglary', ['recorded-crime burglary']],
    ['f13-redirect-officers', ['police-officers safer-neighbourhoods']],
    ['f17-first-time-entrants', ['first-time-entrants-pnc-rate']],
    [
      'f17-hate-reporting',
      ['racist-and-religious', 'faith', 'sexual-orientation', 'transgender', 'disability'].map(
        (strand) => `hate-crime ${strand}`,
      ),
    ],
  ])('%s is answered by what it asks for, and by nothing wider', (id, found) => {
    expect(answered.get(id)).toEqual(found);
  });

  it('are silent where nothing is held that they ask for', () => {
    const silent = ['c-stop-search-fairness', 'c-front-counter-24-7', 'f17-young-victims', 'f17-hate-attrition'];
    expect(silent.map((id) => answered.get(id))).toEqual(silent.map(() => []));
  });
});
