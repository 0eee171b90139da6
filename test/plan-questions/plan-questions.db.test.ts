import { maxCost } from '@boroughgraph/schema/wire/limits.ts';
import { readNeededIndicators } from '@boroughgraph/system/needed-by-operations.ts';
import { addAgreement } from '@boroughgraph/kit/store/agreements.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askAnonymously, readOperation, recordedVariables } from '../conformance/anonymous-caller.ts';
import { createDatabase } from '../support/database.ts';
import { type Caller, type NamedSystem, startNamedSystem } from '../support/named-system.ts';
import { furtherManifestPath } from '../support/published-manifest.ts';
import { createPublishedDatabase } from '../support/published-system.ts';
import { answerAt } from './answer-at.ts';
import type { Expected } from './asked-question.ts';
import { askedQuestions } from './asked.ts';
import { madeUpFiles } from './made-up-files.ts';
import { asksForAny, indicatorsIn, withIndicators, writeNeeded } from './needed-indicators.ts';
import { readPlaygroundExamples } from './playground-examples.ts';
import { drawFacts, hasLine, numbersAgree } from './source-lines.ts';

const hasPublishedFiles = furtherManifestPath !== null;
const police: Caller = { organisation: 'met-police' };

let system: NamedSystem;
beforeAll(async () => {
  system = await startNamedSystem(undefined, hasPublishedFiles ? createPublishedDatabase : createDatabase);
  for (const { dataset, text, isRestricted } of madeUpFiles) {
    const agency = agencyOf(dataset);
    // Wards are known by a published file alone.
    if (hasPublishedFiles || !text.includes('E05')) await system.load(agency, dataset, text);
    if (isRestricted) await agree(agency, dataset);
  }
}, 360_000);
afterAll(() => system[Symbol.asyncDispose]());

/** The agency that has a dataset: ids are those of one agency alone. */
function agencyOf(dataset: string): string {
  const [name] =
    [...system.agencies].find(([, { subgraph }]) => subgraph.datasets.some(({ id }) => id === dataset)) ?? [];
  if (name === undefined) throw new Error(`No agency has a dataset ${dataset}`);
  return name;
}

async function agree(agency: string, dataset: string): Promise<void> {
  await addAgreement(system.agency(agency).store.sql, {
    id: `met-police-${dataset}`,
    organisation: police.organisation,
    datasetIds: [dataset],
    areas: null,
    purposes: ['SERIOUS_VIOLENCE_DUTY'],
    from: '2020-01-01',
    until: '2999-12-31',
    reference: null,
  });
}

/** What stands at the places that are expected. */
const found = (data: unknown, expected: Expected) =>
  Object.fromEntries(Object.keys(expected).map((place) => [place, answerAt(data, place)]));

describe.each(askedQuestions.map((question) => [question.name, question] as const))('%s', (name, question) => {
  const query = readOperation(`questions/${name}.graphql`);

  it.skipIf(!hasPublishedFiles)('is answered to everybody as far as files are published', async () => {
    const { data, errors, cost } = await askAnonymously(system.url, query, question.variables);
    expect(errors).toEqual([]);
    expect(found(data, question.published)).toEqual(question.published);
    expect(Math.max(cost.estimate, cost.actual)).toBeLessThan(maxCost / 2);
  });

  it.skipIf(!hasPublishedFiles && /E05/.test(JSON.stringify(question)))(
    'is answered to the right caller once partners have supplied theirs, or says why not',
    async () => {
      const { data, errors } = await system.askAs(police, query, question.variables);
      expect(errors).toBeUndefined();
      expect(found(data, question.madeUp)).toEqual(question.madeUp);
    },
  );
});

describe('the examples of the playground', () => {
  const textOf = (name: string) => readOperation(`questions/${name}.graphql`);

  it('are all thirty questions, in their order, beside other operations', async () => {
    const queries = (await readPlaygroundExamples(system.url)).map(({ query }) => query);
    const texts = askedQuestions.map(({ name }) => textOf(name));
    expect(queries.filter((query) => texts.includes(query))).toEqual(texts);
  });

  it.skipIf(!hasPublishedFiles)('have values with which each question is answered without an error', async () => {
    const texts = new Set(askedQuestions.map(({ name }) => textOf(name)));
    const examples = (await readPlaygroundExamples(system.url)).filter(({ query }) => texts.has(query));
    const answers = await Promise.all(
      examples.map(async ({ query, variables }) => {
        const { errors } = await system.askAs(null, query, variables);
        return (errors ?? []).map(({ message }) => `${query.slice(2, 80)}: ${message}`);
      }),
    );
    expect(answers.flat()).toEqual([]);
  });
});

// All of them take some seconds: `npm run operations:needed` writes down what changed operations show, or different published files.
if (process.env['NEEDED'] !== undefined && hasPublishedFiles)
  it('Recorded operations show the indicators that are written down, so that a load knows whom it breaks', async () => {
    const questions = askedQuestions.map(({ name, variables }) => [`questions/${name}`, variables] as const);
    const others = Object.entries(recordedVariables).map(
      ([file, given]) => [file.replace('.graphql', ''), given] as const,
    );
    const needed: Record<string, readonly string[] | 'any'> = {};
    for (const [name, variables] of [...others, ...questions]) {
      const text = readOperation(`${name}.graphql`);
      if (asksForAny(text)) needed[name] = 'any';
      else needed[name] = indicatorsIn((await system.askAs(police, withIndicators(text), variables)).data);
    }
    if (process.env['NEEDED'] === 'write') writeNeeded(needed);
    expect(readNeededIndicators()).toEqual(needed);
  });

describe.skipIf(!hasLine)('the facts of the plans', () => {
  it('say what the lines of the documents say, in 60 that are drawn', async () => {
    const { data, errors } = await system.askAs(null, '{ planFacts { id value printed unit source } }');
    expect(errors).toBeUndefined();
    const drawn = drawFacts(data?.['planFacts'], 60);
    expect(drawn).toHaveLength(60);
    expect(drawn.filter((fact) => !numbersAgree(fact))).toEqual([]);
  });
});
