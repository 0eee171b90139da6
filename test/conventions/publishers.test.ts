import { expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

const publishers = agencies.flatMap(({ datasets }) => datasets.map(({ id, publisher }) => ({ id, publisher })));

/**
 * How a name stands within a sentence: no capital article, no full stop, no space too many. Whether a name that nobody has
 * listed takes an article is for its reviewer.
 */
const form = /^(?!The |An? )\S+(?: \S+)*(?<![.,;])$/;

/** Names that take an article wherever they stand, of publishers that there are. */
const withoutItsArticle =
  /(?<!the |Mayor's |the Independent )(?:Ministry of|Department (?:for|of)|Home Office|Office for|Greater London Authority|Metropolitan Police|Crown Prosecution|Youth Justice Board)|(?<!the )Mayor's Office/;

it('Every publisher can stand in the sentence "Published by …"', () => {
  expect(publishers.length).toBeGreaterThan(100);
  const wrong = publishers.filter(({ publisher }) => !form.test(publisher) || withoutItsArticle.test(publisher));
  expect(wrong).toEqual([]);
});
