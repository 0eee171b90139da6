import { expect, it } from 'vitest';
import { remembering } from './remembering.ts';

it('What is made of a text is made once, as long as few others come between', () => {
  const made: string[] = [];
  const shout = remembering((text) => {
    made.push(text);
    return text.toUpperCase();
  });
  expect([shout('a'), shout(''), shout('a'), shout('')]).toEqual(['A', '', 'A', '']);
  expect(made).toEqual(['a', '']);
  for (let each = 0; each < 5_000; each += 1) shout(String(each));
  expect(shout('a')).toBe('A');
  expect(made.filter((text) => text === 'a')).toEqual(['a', 'a']);
});
