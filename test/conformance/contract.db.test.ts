import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPublishedFiles, manifestPath } from '../support/published-manifest.ts';
import { type RunningSystem, startRunningSystem } from '../support/running-system.ts';
import { type Expectation, mismatches } from './expected.ts';

/** The contract lies beside the published files. */
const contract = manifestPath === null ? '' : join(dirname(manifestPath), '../contract');
const isAtHand = existsSync(join(contract, 'expected.json'));
const expectations = isAtHand
  ? (JSON.parse(readFileSync(join(contract, 'expected.json'), 'utf8')) as readonly Expectation[])
  : [];

describe.skipIf(!isAtHand)('the contract, over the published files', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await startRunningSystem(async (agencies) => {
      const reports = await loadPublishedFiles(agencies);
      expect(reports.filter(({ outcome }) => outcome !== 'loaded')).toEqual([]);
    });
  }, 180_000);
  afterAll(() => system[Symbol.asyncDispose]());

  it.each(expectations.map((one) => [`${one.operation} ${JSON.stringify(one.variables)}`, one] as const))(
    '%s',
    async (_name, one) => {
      const query = readFileSync(new URL(`../../schema/operations/${one.operation}`, import.meta.url), 'utf8');
      const { data, errors = [] } = await system.ask(query, one.variables);
      expect(mismatches(one.expect, { data, errors })).toEqual([]);
    },
  );
});
