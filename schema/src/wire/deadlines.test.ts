import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import * as deadlines from './deadlines.ts';

/** What must be over first stands first. */
const orders = {
  'a request': ['connectToStoreMs', 'storeAnswerMs', 'storeStatementMs', 'agencyAnswerMs', 'receiveRequestMs'],
  'a check': ['healthCheckMs', 'agencyAnswerMs'],
  'a plan': ['planningMs', 'agencyAnswerMs'],
  'a slow client': ['receiveRequestMs', 'sendAnswerMs'],
  'the end': ['closeStoreMs', 'drainMs', 'stopWaitMs'],
} as const;

it.each(Object.entries(orders))('In %s, whoever waits gives the next less time than it has itself', (_, names) => {
  const waits = names.map((name) => deadlines[name]);
  expect(waits).toEqual([...new Set(waits)].toSorted((one, other) => one - other));
});

it('The gateway lets go of an idle connection before a Node server does', () => {
  expect(deadlines.idleConnectionMs).toBeLessThan(createServer().keepAliveTimeout);
});

it('An agency has time for its answer after the store had all of its own', () => {
  expect(deadlines.storeAnswerMs).toBeLessThan(deadlines.agencyAnswerMs - deadlines.answerTravelMs);
});

it('Every deadline has its place in an order', () => {
  const placed = new Set<string>([...Object.values(orders).flat(), 'idleConnectionMs', 'answerTravelMs']);
  expect(Object.keys(deadlines).filter((name) => !placed.has(name))).toEqual([]);
});
