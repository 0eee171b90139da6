import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCatalogue, isAgencyCode, isErrorCode, isRelayedCode } from './error-codes.ts';

const codes = Object.keys(errorCatalogue);

it('The README of the project explains every code that a client can find, and no other', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const explained = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
  expect(explained.toSorted()).toEqual(codes.toSorted());
});

it('What is relayed is what an agency may say of the request and its moment; what it may say besides stays between it and the gateway', () => {
  expect(codes.filter(isRelayedCode)).toEqual(['OPERATION_TOO_LARGE', 'BAD_USER_INPUT', 'AGENCY_BUSY']);
  expect(codes.filter((code) => isAgencyCode(code) && !isRelayedCode(code))).toEqual([
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
    'BAD_REQUEST',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'AGENCY_UNAVAILABLE',
  ]);
});

it.each([undefined, null, 1, 'toString', 'SECRET'])('The code %j is nobody’s', (code) => {
  expect([isErrorCode(code), isRelayedCode(code), isAgencyCode(code)]).toEqual([false, false, false]);
});
