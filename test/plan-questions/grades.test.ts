import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Grade } from './asked-question.ts';
import { askedQuestions } from './asked.ts';

it('has each question of the folder, once', () => {
  const files = readdirSync(new URL('../../schema/operations/questions/', import.meta.url));
  expect(askedQuestions.map(({ name }) => `${name}.graphql`)).toEqual(files.toSorted());
});

it('says how far the thirty are answered', () => {
  const count = (grade: Grade) => askedQuestions.filter((each) => each.grade === grade).length;
  expect({
    real: count('real'),
    partly: count('partly'),
    'after a file': count('after a file'),
    'for named users': count('for named users'),
  }).toEqual({ real: 12, partly: 13, 'after a file': 1, 'for named users': 4 });
});
