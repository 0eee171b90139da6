import { councilQuestions } from './council-questions.ts';
import { healthQuestions } from './health-questions.ts';
import { justiceQuestions } from './justice-questions.ts';
import { policingQuestions } from './policing-questions.ts';

/** Everyday questions by theme: of each a third has an answer, a third one that comes with a caution, a third none. */
export const bank = { policingQuestions, justiceQuestions, healthQuestions, councilQuestions };
