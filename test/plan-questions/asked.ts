import type { AskedQuestion } from './asked-question.ts';
import { firstTen } from './first-ten.ts';
import { secondTen } from './second-ten.ts';
import { thirdTen } from './third-ten.ts';

/** The thirty questions, in their order. */
export const askedQuestions: readonly AskedQuestion[] = [...firstTen, ...secondTen, ...thirdTen];
