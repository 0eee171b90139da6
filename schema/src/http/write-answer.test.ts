import { expect, it } from 'vitest';
import { writeAnswer } from './write-answer.ts';

it('An answer that is as long as it may be is written whole', async () => {
  expect(await writeAnswer({ data: { a: 'x' } }, 3)).toBe('{"data":{"a":"x"}}\n');
});

it('An answer that would be longer is an error that says what to do', async () => {
  const text = await writeAnswer({ data: { a: 'x', b: 'x' } }, 5);
  expect(JSON.parse(text)).toEqual({
    errors: [
      {
        message:
          'The answer is longer than 64 MiB, the most that is sent. Ask for fewer things at once, and for each under one name.',
        extensions: { code: 'OPERATION_TOO_LARGE' },
      },
    ],
  });
});
