import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { palette } from './palette.ts';

it('pictures have the colours that the style sheet has for light', () => {
  const sheet = readFileSync(new URL('../styles/base.css', import.meta.url), 'utf8');
  const light = new Map(
    [...sheet.matchAll(/--([\w-]+): light-dark\((#\w+),/g)].map(([, name, colour]) => [name, colour]),
  );
  const expected = Object.keys(palette).map((name) => [name, light.get(name)]);
  expect(Object.entries(palette)).toEqual(expected);
});
