import { expect, it } from 'vitest';
import { summarise } from './trace-statement.ts';

it.each([
  ['select "id" from "release" where "id" = $1', 'select release'],
  ['select * from release join coverage on true join (select 1) s on true', 'select release, coverage'],
  ['with known as materialized (select id from release) select id from known', 'select release, known'],
  ['select key from max(1), unnest($1::text[]) as key', 'select'],
  ["select from agreement where organisation = 'a secret'", 'select agreement'],
  ['listen "boroughgraph health"', 'statement'],
])('%s is %s', (text, summary) => {
  expect(summarise(text)).toBe(summary);
});
