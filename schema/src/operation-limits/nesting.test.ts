import { describe, expect, it } from 'vitest';
import { findJsonNesting, findNesting } from './nesting.ts';

describe('findNesting', () => {
  it.each([
    ['', 0],
    ['{ boroughs { name } }', 2],
    ['query ($codes: [[ID!]!]) { a(b: [{ c: [1] }]) }', 5],
    ['{ a } { b { c } } }}} { d }', 2],
    ['{ a(b: "{{{{ \\" {{{{") # {{{{\n }', 2],
    ['{ a(b: """{{{{ \\""" {{{{ "" """) { c } }', 2],
    ['{ a(b: "") { c } }', 2],
    ['{ "{{{{', 1],
    ['{ """{{{{', 1],
  ])('%s has %i', (text, nesting) => {
    expect(findNesting(text)).toBe(nesting);
  });

  it('a string without an end hides nothing of the next line', () => {
    expect(findNesting('{ "\n{ { {')).toBe(4);
  });
});

describe('findJsonNesting', () => {
  it.each([
    ['{"a":[[{"b":"[[[[\\"[[[["}]]}', 4],
    ['"', 0],
    ['# {"a":1}', 1],
  ])('%s has %i', (text, nesting) => {
    expect(findJsonNesting(text)).toBe(nesting);
  });
});

it('a megabyte is looked at in no more time than it takes to read it', () => {
  const startedAt = performance.now();
  expect(findNesting('{"'.repeat(500_000))).toBeGreaterThan(0);
  expect(findNesting('"""\\'.repeat(250_000))).toBe(0);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
