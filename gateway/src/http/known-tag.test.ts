import { expect, it } from 'vitest';
import { isKnownTag } from './known-tag.ts';

it.each([
  [undefined, false],
  ['', false],
  ['"b"', true],
  ['W/"b"', true],
  ['"x", W/"a" ,"y"', true],
  ['*', true],
  ['b', false],
  ['"ab"', false],
])('A client that has %j has one of the tags: %j', (ifNoneMatch, isKnown) => {
  expect(isKnownTag(ifNoneMatch, ['a', 'b'])).toBe(isKnown);
});
