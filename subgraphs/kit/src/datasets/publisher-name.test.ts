import { expect, it } from 'vitest';
import { publisherName } from './publisher-name.ts';

it.each([
  ['the Home Office', 'Home Office'],
  ['NHS England', 'NHS England'],
  ['probation services and the Home Office', 'Probation services and the Home Office'],
  ['the boroughs', 'Boroughs'],
  ['them', 'Them'],
])('A publisher that is called %j in a sentence is listed as %j', (inSentence, listed) => {
  expect(publisherName(inSentence)).toBe(listed);
});
