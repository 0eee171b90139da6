import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { breakages } from './breakages.ts';
import { formatAccuracy, isAccurate, measureAccuracy } from './cost-accuracy.ts';
import { failureBreakages } from './failure-breakages.ts';
import { isAgreement, runDifferential } from './differential.ts';
import { noFailures, planFailures } from './failures/failure.ts';
import { generateOperation } from './generator/generate-operation.ts';
import { askAll, judge } from './judge.ts';
import { createRandom } from './random.ts';
import { formatReport } from './report.ts';
import { type ComparedSystem, startComparedSystem } from './system/compared-system.ts';
import { rememberAnswers } from './system/remembered-answers.ts';

let database: TestDatabase;
let system: ComparedSystem;
/** The same for all the ways to break a gateway: only what one asks otherwise is asked again. */
let remembering: ComparedSystem;
beforeAll(async () => {
  database = await createDatabase();
  system = await startComparedSystem(database.url);
  remembering = rememberAnswers(system);
});
afterAll(async () => {
  await system[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** A seed of its own for each purpose, so that the long run of seed 1 is about other operations. */
const shortSeed = 7;
const brokenSeed = 8;

/** Operations after which a mistake has to have been found. */
const patience = 180;

/** The first operation at which a system differs; null where none does. */
async function findFirst(broken: ComparedSystem): Promise<number | null> {
  for (let index = 0; index < patience; index += 1) {
    const operation = generateOperation(broken.parts, brokenSeed, index);
    const failing = planFailures(broken.agencies, `${index}`, createRandom(brokenSeed, index, 'failures'));
    // What is slow is slow to find.
    const isQuick = ![...failing.byAgency.values()].includes('slow');
    for (const plan of isQuick ? [noFailures, failing] : [noFailures])
      if (judge(await askAll(broken, operation, plan)).unexplained.length > 0) return index;
  }
  return null;
}

/* Random operations have these forms, too, and are then not sent to the stock gateway. */
describe('what the stock gateway cannot plan', { timeout: 60_000 }, () => {
  const inner = 'links { area { ... on OtherArea { officers { relation } } } }';

  it('a borough widened to an area and narrowed again: it lacks the fields, and does not say so', async () => {
    const query = `{ boroughs(codes: ["E09000012"]) { ... on Area { ... on Borough { ${inner} } } } }`;
    expect(await system.askStock({ query, variables: {} })).toEqual({ data: { boroughs: [{}] } });
  });

  it.each([
    ['a borough widened to an area and narrowed again', `{ boroughs { ... on Area { ... on Borough { ${inner} } } } }`],
    [
      'the rate of crime of one kind of area, reached from who knows no kinds',
      '{ health { indicators { series(area: "E09000012") { area { ... on Borough { name crimeRate { values } } } } } } }',
    ],
    [
      'an object of which only another kind is asked for something',
      '{ catalogue { agency { search(text: "zzz") { indicator { ... on LocalAuthorityIndicator { narrowedTo { value } } } } } } }',
    ],
    [
      'what requires another agency’s value, left out by a variable beside what does not',
      'query ($v: Boolean = false) { area(code: "E09000012") { officers { relation } policingAbsences @include(if: $v) { reason } } }',
    ],
    [
      'the same within a kind that the area is not of',
      'query ($v: Boolean = false) { area(code: "E09000012") { officers { relation } ... on Ward { ... on Area @include(if: $v) { crimeRate { values } } } } }',
    ],
    [
      'the same alone in conditions, of areas that an agency gives that does not own them',
      'query ($v: Boolean = true) { courts { openCases { area { ... @include(if: $v) { ... on OtherArea { policingAbsences { indicator } } } } } } }',
    ],
    [
      'a constant in what a variable decides on',
      'query ($v: Boolean = false) { policing @skip(if: $v) { name series(indicators: []) @skip(if: true) { hasNextPage } } }',
    ],
  ])('%s: ours answers as without a gateway', async (_, query) => {
    const [ours, monolith] = [
      await system.askOurs({ query, variables: {} }),
      await system.askMonolith({ query, variables: {} }),
    ];
    expect(ours).toEqual(monolith);
    expect(ours.data).toBeTruthy();
  });
});

describe('random operations', () => {
  it('have the same answers from our gateway, from the stock one and without any', { timeout: 60_000 }, async () => {
    const report = await runDifferential(system, { seed: shortSeed, from: 0, operations: 120, mostDifferences: 2 });
    expect(isAgreement(report), formatReport(report)).toBe(true);
  });

  it('cost what they are estimated to cost, or less', { timeout: 60_000 }, async () => {
    const accuracy = await measureAccuracy(system, { seed: shortSeed, from: 0, operations: 200 });
    expect(isAccurate(accuracy), formatAccuracy(accuracy)).toBe(true);
  });

  it('find nothing where nothing is broken', { timeout: 60_000 }, async () => {
    expect(await findFirst(remembering)).toBeNull();
  });

  const ways = [...breakages, ...failureBreakages];
  it.each(ways)('find a gateway that $name', { timeout: 60_000 }, async ({ breakGateway }) => {
    expect(await findFirst({ ...remembering, askOurs: breakGateway(remembering.askOurs) })).not.toBeNull();
  });

  it('are made as small as they can be where they differ', { timeout: 60_000 }, async () => {
    const reversed = breakages.find(({ name }) => name === 'gives a list in another order');
    const broken = { ...system, askOurs: reversed?.breakGateway(system.askOurs) ?? system.askOurs };
    const report = await runDifferential(broken, {
      seed: brokenSeed,
      from: 0,
      operations: patience,
      mostDifferences: 1,
    });
    const [found] = report.found;
    const text = JSON.stringify(parse(found?.operation.query ?? '{ nothing }', { noLocation: true }));
    const fields = text.split('"kind":"Field"').length - 1;
    expect(fields).toBeLessThanOrEqual(10);
    expect(formatReport(report)).toMatch(/seed 8, index \d+.*\n[^]*data at .*: ours .*, the (stock gateway|monolith) /);
  });
});
