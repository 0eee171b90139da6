import { expect, it } from 'vitest';
import { holdsStill, writeCatalogueState } from './catalogue-state.ts';

const read = writeCatalogueState('a', 'x');
const unread = writeCatalogueState('a', null);

it.each([
  [read, writeCatalogueState('a', 'x'), true],
  [read, writeCatalogueState('a', 'y'), false],
  [read, writeCatalogueState('b', 'x'), false],
  [unread, writeCatalogueState('a', 'y'), true],
  [unread, writeCatalogueState('b', 'y'), false],
  ['', '', true],
  ['', read, false],
])('What was answered by %j holds while the state is %j: %j', (then, now, holds) => {
  expect(holdsStill(then, now)).toBe(holds);
});
