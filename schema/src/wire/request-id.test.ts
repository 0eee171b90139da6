import { expect, it } from 'vitest';
import { readRequestId } from './request-id.ts';

const read = (id: string | readonly string[] | undefined) => readRequestId({ headers: { 'x-request-id': id } });
const newId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

it.each(['12345678', 'dashboard_42-a', 'x'.repeat(64)])('The id %s is taken over', (id) => {
  expect(read(id)).toBe(id);
});

it.each([undefined, '', 'short', 'x'.repeat(65), 'with space', 'line\nbreak', 'quote"quote', ['12345678', '87654321']])(
  'A request with the id %j gets a new one',
  (id) => {
    expect(read(id)).toMatch(newId);
  },
);
