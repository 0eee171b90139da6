import { expect, it } from 'vitest';
import type { RunningAgencies } from './running-agencies.ts';
import { startContestants } from './start-contestants.ts';
import { ownName } from './subjects/boroughgraph.ts';
import type { Subject } from './subjects/subject.ts';

const agencies: RunningAgencies = { list: [], [Symbol.asyncDispose]: () => Promise.resolve() };

/** Notes in `stopped` that it was stopped; starts later than one that fails at once. */
const willing = (name: string, stopped: string[]): Subject => ({
  name,
  description: name,
  start: async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return {
      pid: 1,
      url: 'http://127.0.0.1:9/graphql',
      [Symbol.asyncDispose]: () => {
        stopped.push(name);
        return Promise.resolve();
      },
    };
  },
});
const failing = (name: string): Subject => ({
  name,
  description: name,
  start: () => Promise.reject(new Error('port taken')),
});

it('Whoever does not start is absent, and the others run', async () => {
  const stopped: string[] = [];
  const resources = new AsyncDisposableStack();
  const subjects = [willing(ownName, stopped), failing('other'), { name: 'floor', description: 'floor', start: null }];
  const { contestants, absent } = await startContestants(subjects, agencies, resources);
  expect(contestants.map(({ subject, running }) => [subject.name, running === null])).toEqual([
    [ownName, false],
    ['floor', true],
  ]);
  expect([...absent]).toEqual([['other', 'it did not start: Error: port taken']]);
  await resources.disposeAsync();
  expect(stopped).toEqual([ownName]);
});

it('Without our gateway nothing runs, and what had started is stopped', async () => {
  const stopped: string[] = [];
  const resources = new AsyncDisposableStack();
  const subjects = [failing(ownName), willing('other', stopped)];
  await expect(startContestants(subjects, agencies, resources)).rejects.toThrow('port taken');
  await resources.disposeAsync();
  expect(stopped).toEqual(['other']);
});
