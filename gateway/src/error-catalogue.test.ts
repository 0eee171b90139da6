import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCatalogue } from './error-catalogue.ts';

it('The README of the project explains every code that a client can find, and no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const explained = [...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code);
  expect(explained.toSorted()).toEqual(Object.keys(errorCatalogue).toSorted());
});
