import { JsonTooLongError, writeJsonInTurns } from '../process/write-json.ts';
import { maxAnswerBytes } from '../wire/limits.ts';
import { writeProblem } from './http-errors.ts';

const tooLong = writeProblem({
  status: 200,
  code: 'OPERATION_TOO_LARGE',
  message: `The answer is longer than ${maxAnswerBytes / 1024 / 1024} MiB, the most that is sent. Ask for fewer things at once, and for each under one name.`,
});

/** The answer to an operation as it is sent, written in turns; an error in place of one that is longer than `maxAnswerBytes`. Never rejects. */
export async function writeAnswer(result: unknown, maxLength = maxAnswerBytes): Promise<string> {
  try {
    return `${await writeJsonInTurns(result, maxLength)}\n`;
  } catch (error) {
    if (error instanceof JsonTooLongError) return `${tooLong}\n`;
    throw error;
  }
}
