import { describe, expect, it } from 'vitest';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';

/** Costs 500 for the request, 2,000 for a question to an agency, and 602 for a list of which nothing is known. */
const query = '{ boroughs { name } }';

describe('a budget', () => {
  it('is told with every answer, and refuses what is more than is left of it, until when', async () => {
    await using test = await startTestGateway({ costBudget: 7_000 });
    const answers = [await test.ask(query), await test.ask(query), await test.ask(query)];
    const cost = 7_000 - Number(/r=(\d+)/.exec(answers[0]?.headers.get('ratelimit') ?? '')?.[1]);
    expect(
      answers.map(({ status, headers }) => [status, headers.get('ratelimit-policy'), headers.get('ratelimit')]),
    ).toEqual([
      [200, '"cost";q=7000;w=60', expect.stringMatching(/^"cost";r=\d+;t=\d+$/)],
      [200, '"cost";q=7000;w=60', expect.stringContaining(`"cost";r=${7_000 - 2 * cost};`)],
      [429, '"cost";q=7000;w=60', expect.stringContaining('"cost";r=0;')],
    ]);
    const [, , refused] = answers;
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.errors).toEqual([
      {
        message: expect.stringMatching(
          /^The operation costs [\d,]+ by its estimate, .* left of the 7,000 .* Ask again in \d+ seconds\.$/,
        ) as unknown,
        extensions: { code: 'BUDGET_SPENT' },
      },
    ]);
    // Nobody is asked about what is refused.
    expect(test.agencies['local-authority'].received).toHaveLength(2);
  });

  it('is not there unless it is wanted', async () => {
    await using test = await startTestGateway();
    const { status, headers } = await test.ask(query);
    expect([status, headers.get('ratelimit')]).toEqual([200, null]);
  });

  it.each([
    ['is that of who sends', undefined, [200, 200, 429]],
    ['is that of whom a trusted proxy names', ['127.0.0.1'], [200, 200, 200]],
  ] as const)('%s', async (_, trustedProxies, statuses) => {
    await using test = await startTestGateway({ costBudget: 7_000, ...(trustedProxies && { trustedProxies }) });
    const answers: number[] = [];
    for (const client of ['192.0.2.1', '192.0.2.2', '192.0.2.3'])
      answers.push((await ask(test.gateway.url, { query }, { 'x-forwarded-for': client })).status);
    expect(answers).toEqual(statuses);
  });
});
