import { expect, it } from 'vitest';
import { createServer } from './http-server.ts';
import { writeAnswer } from './write-answer.ts';

it('An answer that is as long as it may be is written whole', async () => {
  expect(await writeAnswer({ data: { a: 'x' } }, { maxBytes: 24 })).toBe('{"data":{"a":"x"}}\n');
});

it('An answer that would be longer is an error that says what to do', async () => {
  const text = await writeAnswer({ data: { a: 'x', b: 'x' } }, { maxBytes: 24 });
  expect(JSON.parse(text)).toEqual({
    errors: [
      {
        message:
          'The answer is larger than 64 MiB, the most that is sent. Ask for less at once: a smaller page, fewer periods or areas, or columns (`periodIds`, `values`, `statuses`) as bulk.graphql does, and for each thing under one name.',
        extensions: { code: 'OPERATION_TOO_LARGE' },
      },
    ],
  });
});

it('An answer that is too long has the status of an operation that is refused, by what its reader reads of it', async () => {
  await using server = createServer({ maxBodyBytes: 100 });
  server.get('/long', async () => writeAnswer({ data: 'x' }, { maxBytes: 3 }));
  server.get('/short', async () => writeAnswer({ data: 'x' }));
  const statusOf = async (url: string, accept: string): Promise<number> =>
    (await server.inject({ url, headers: { accept } })).statusCode;
  expect(await statusOf('/long', '*/*')).toBe(400);
  expect(await statusOf('/long', 'application/graphql-response+json')).toBe(400);
  expect(await statusOf('/long', 'application/json')).toBe(200);
  expect(await statusOf('/short', '*/*')).toBe(200);
});
