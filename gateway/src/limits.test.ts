import { readdirSync, readFileSync } from 'node:fs';
import { findRefusal } from '@boroughgraph/schema/operation-limits/first-rule.ts';
import type { OperationLimits } from '@boroughgraph/schema/operation-limits/operation-limits.ts';
import { maxBodyBytes } from '@boroughgraph/schema/wire/limits.ts';
import { buildSchema, parse } from 'graphql';
import { expect, it } from 'vitest';
import { operationLimits } from './limits.ts';

const folder = new URL('../../schema/operations/', import.meta.url);
const api = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'));
const recorded = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));

/** Each limit, halved: half of one that is odd is less than half. */
function halve({ takesRepresentations, ...limits }: OperationLimits): OperationLimits {
  const halved = Object.entries(limits).map(([name, limit]) => [name, Math.floor(limit / 2)] as const);
  return { ...limits, ...(Object.fromEntries(halved) as typeof limits), takesRepresentations };
}

const half = halve(operationLimits);

it.each(recorded)('%s asks for less than half of what the text of an operation may', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8');
  expect(Buffer.byteLength(JSON.stringify({ query: text }))).toBeLessThan(maxBodyBytes / 2);
  expect(findRefusal(parse(text, { maxTokens: half.maxTokens }), api, half)).toBeNull();
});

it('An operation of more than half is found', () => {
  const aliases = Array.from({ length: operationLimits.maxSameField / 2 + 1 }, (_, at) => `a${at}: __typename`).join(
    ' ',
  );
  expect(findRefusal(parse(`{ ${aliases} }`), api, operationLimits)).toBeNull();
  expect(findRefusal(parse(`{ ${aliases} }`), api, half)).not.toBeNull();
});
