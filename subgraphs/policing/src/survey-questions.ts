import { type Dimension, type DimensionChoice, slug } from '@boroughgraph/kit/statistics/dimensions.ts';

/*
 * What the Public Attitude Survey asks, and which answers make the percentage. The answers are part of what a figure means:
 * the same question with other answers counted is another question.
 *
 * Source: Mayor's Office for Policing and Crime, Public perceptions of the Metropolitan Police by neighbourhood, 2016, the two
 * heading lines.
 */
const agree = '% Strongly Agree or Tend to agree';
const well = '% Well to some extent';
const notWorried = '% Not very or not at all worried';

const questions: readonly (readonly [question: string, answers: string])[] = [
  [
    'Taking everything into account how good a job do you think the police in your area are doing?',
    '% Excellent or Good',
  ],
  ['The police are dealing with the things that matter to this community', agree],
  ['The police can be relied upon to be there when needed', agree],
  ['The police treat everyone fairly regardless of who they are', agree],
  ['The police listen to the concerns of local people', agree],
  ['I feel well informed about local police activities over the last 12 months', '% Very or Fairly informed'],
  ['How to contact their local SNT or ward officer', '% Yes'],
  ['The police would treat you with respect if you had contact with them for any reason', agree],
  ['How well do you think the police tackle gun crime?', well],
  ['How well do you think the police tackle drug dealing and drug use?', well],
  ['Are gangs a problem in this area?', '% Not a problem or dont know'],
  ['Are you worried about ASB in this area?', notWorried],
  ['Are you worried about crime in this area?', notWorried],
  ['How safe do you feel walking alone in this area after dark?', '% Safe'],
  ['How well do you think the Metropolitan Police provide a visible patrolling presence', well],
  ['Are you satisfied with your life as a whole nowadays?', '% Satisfied'],
  ['The police in this area are friendly and approachable', agree],
  ['The police in this area understand the issues that affect this community', agree],
];

/** A column of the table that no answer of the survey makes. In the file of 2016 it says N/A for every neighbourhood. */
const offencesRate = 'Total Notifiable Offences rate';

/** The value of the column that is no question. */
export const offencesRateQuestion = slug(offencesRate);

/** The questions, in the publisher's order; an id is the question's own words, a label says besides which answers are counted. */
export const surveyQuestions: Dimension = {
  id: 'question',
  label: 'Question',
  choices: [
    ...questions.map(([question, answers]): DimensionChoice => ({
      value: slug(question),
      label: `${question} (${answers})`,
    })),
    { value: offencesRateQuestion, label: offencesRate },
  ],
};

/** What stands between the two heading lines when they are read as one. */
const betweenLines = ' | ';

const byHeading: ReadonlyMap<string, string> = new Map([
  ...questions.map(([question, answers]) => [headingKey(question, answers), slug(question)] as const),
  [headingKey(offencesRate, ''), offencesRateQuestion],
]);

/**
 * The question that a column of the survey's table asks; null for an unknown one, or for other answers counted. Case, spaces and
 * punctuation make no difference. Never throws.
 */
export function questionOfHeading(heading: string): string | null {
  const [question = '', answers = '', ...more] = heading.split(betweenLines);
  return more.length > 0 ? null : (byHeading.get(headingKey(question, answers)) ?? null);
}

/** Hoisted: the table above is made with it. */
function headingKey(question: string, answers: string): string {
  return `${slug(question)}${betweenLines}${slug(answers)}`;
}
