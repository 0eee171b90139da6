import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furtherManifestPath } from '../support/published-manifest.ts';
import { startPublishedSystem } from '../support/published-system.ts';
import type { RunningSystem } from '../support/running-system.ts';
import { bank } from './bank.ts';
import { furtherQuestions } from './further-questions.ts';
import { faultOf } from './judge.ts';
import { type Ask, PlainClient } from './plain-client.ts';
import { wantedFirst } from './search-queries.ts';
import { tenTasks } from './ten-tasks.ts';

let system: RunningSystem;

const ask: Ask = async (query, variables) => {
  const { data, errors } = await system.ask(query, variables);
  if (errors !== undefined || data === null) throw new Error(JSON.stringify(errors));
  return data;
};

/** An asker that counts what it asks. */
function counting(): { readonly ask: Ask; readonly calls: () => number } {
  let calls = 0;
  const asking: Ask = (query, variables) => {
    calls += 1;
    return ask(query, variables);
  };
  return { ask: asking, calls: () => calls };
}

interface Result {
  readonly id: string;
  readonly isHeld: boolean;
  readonly narrowing: readonly { readonly value: string }[];
}

/** The best result of each text, as its id and the last value that it is narrowed to. */
async function firstOf(texts: readonly string[]): Promise<readonly string[]> {
  const fields = texts.map(
    (text, index) => `q${index}: search(text: ${JSON.stringify(text)}, first: 1) { id isHeld narrowing { value } }`,
  );
  const data = await ask(`{ ${fields.join('\n')} }`, {});
  return texts.map((_, index) => {
    const [first] = (data[`q${index}`] ?? []) as readonly Result[];
    const value = first?.narrowing.at(-1)?.value;
    return `${first?.id ?? 'nothing'}${value === undefined ? '' : `: ${value}`}${first?.isHeld === false ? ' (not held)' : ''}`;
  });
}

/** All questions, also those beside the bank, with QUESTIONS=all, as `npm run test:questions` asks them; else every sixth. */
const step = process.env['QUESTIONS'] === 'all' ? 1 : 6;
const questions = [...Object.values(bank).flat(), ...furtherQuestions];

describe('the bank', () => {
  it('has 120 questions: of each theme a third has an answer, a third one with a caution, and a third none', () => {
    const kinds = Object.values(bank).map((list) =>
      ['value', 'cautious value', 'refusal'].map(
        (kind) => list.filter(({ right }) => kindOf(right.reply) === kind).length,
      ),
    );
    expect(kinds).toEqual([1, 2, 3, 4].map(() => [10, 10, 10]));
  });
});

const kindOf = (reply: string): string => (reply === 'trend' || reply === 'comparison' ? 'value' : reply);

describe.skipIf(furtherManifestPath === null)('with the published files loaded', () => {
  beforeAll(async () => {
    system = await startPublishedSystem();
  }, 240_000);
  afterAll(() => system[Symbol.asyncDispose]());

  it('a search finds first what is meant', async () => {
    expect(wantedFirst.length).toBeGreaterThanOrEqual(80);
    const found: string[] = [];
    for (let start = 0; start < wantedFirst.length; start += 10)
      found.push(...(await firstOf(wantedFirst.slice(start, start + 10).map(([text]) => text))));
    const told = wantedFirst.map(([text], index) => `${text} → ${found[index] ?? ''}`);
    expect(told).toEqual(wantedFirst.map(([text, wanted]) => `${text} → ${wanted}`));
  });

  it('a client without a language model answers everyday questions rightly, or says why it does not', async () => {
    const faults: string[] = [];
    for (const question of questions.filter((_, index) => index % step === 0)) {
      const { ask: asking, calls } = counting();
      const { asked, place, period } = question;
      const reply = await new PlainClient(asking).answer({ asked, place, period });
      const fault = calls() === reply.calls ? await faultOf(question, reply, ask) : `${calls()} requests`;
      if (fault !== null) faults.push(`${asked} ${fault}`);
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it.each(tenTasks)('$what takes $calls requests', async ({ calls: most, do: doIt, found }) => {
    const { ask: asking, calls } = counting();
    expect(await doIt(asking)).toEqual(found);
    expect(calls()).toBeLessThanOrEqual(most);
  });
});
