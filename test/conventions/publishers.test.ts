import { expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

const publishers = agencies.flatMap(({ datasets }) => datasets.map(({ id, publisher }) => ({ id, publisher })));

/** How a publisher begins in a sentence: with its article, as a plural, or as a name that takes none. Add a name that takes none. */
const beginning =
  /^(?:the |[a-z]|NHS |HM |His Majesty's |Ofsted|Public Health England|Transport for London|British Transport Police|London (?:boroughs|Councils|Citizens))/;

/** Names that take an article wherever they stand. */
const withoutItsArticle =
  /(?<!the |Mayor's )(?:Ministry of|Department (?:for|of)|Home Office|Office for|Greater London Authority|Metropolitan Police|Crown Prosecution|Youth Justice Board)|(?<!the )Mayor's Office/;

it('Every publisher can stand in the sentence "Published by …"', () => {
  expect(publishers.length).toBeGreaterThan(100);
  const wrong = publishers.filter(({ publisher }) => !beginning.test(publisher) || withoutItsArticle.test(publisher));
  expect(wrong).toEqual([]);
});
