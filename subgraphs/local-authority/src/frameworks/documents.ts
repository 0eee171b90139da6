/** A place in a document: `line 2080` or `lines 2080, 931` of its text extract. Each is a line number or a range. */
type Lines = readonly [first: string, ...others: string[]];

function placeIn(title: string, lines: Lines): string {
  const isOne = lines.length === 1 && !lines[0].includes('-');
  return `${title}, ${isOne ? 'line' : 'lines'} ${lines.join(', ')} of the text extract`;
}

const mayor = "Mayor's Office for Policing and Crime";
const committee = 'Police and Crime Committee of the London Assembly';
const responseTitle = `Response to the Mayor's Draft Police and Crime Plan (${committee}, February 2017`;

/** The draft of the Plan of 2013. The final one is not at hand, so that nothing here is quoted from it. */
function draft2013(...lines: Lines): string {
  return placeIn(`Draft Police and Crime Plan for consultation (${mayor}, January 2013)`, lines);
}

/** The parts of the decision by which the Mayor issued the Plan of 2017, by the first line of each. */
const decisionParts: readonly (readonly [firstLine: number, title: string])[] = [
  [2297, `${responseTitle}; Mayoral decision PCD 168)`],
  [681, 'Police and Crime Plan 2017-21 (Mayoral decision PCD 168)'],
  [330, 'Integrated Impact Assessment of the Police and Crime Plan 2017-21 (Mayoral decision PCD 168)'],
  [215, 'Police and Crime Plan Consultation Feedback, March 2017 (Mayoral decision PCD 168)'],
  [141, 'Talk London Survey, November 2016 (Mayoral decision PCD 168)'],
  [1, 'Issuing the Police and Crime Plan 2017-2021 (Mayoral decision PCD 168)'],
];

function decisionPartOf(lines: string): string {
  const firstLine = Number.parseInt(lines, 10);
  const part = decisionParts.find(([first]) => first <= firstLine);
  if (part === undefined) throw new Error(`line "${lines}" is in no part of the decision: expected 1 or more`);
  return part[1];
}

/**
 * The Mayoral decision PCD 168 of 16 March 2017: the Plan of 2017-21 and what is attached to it.
 *
 * @throws when the lines lie in more than one part, whose titles differ.
 */
export function decision2017(...lines: Lines): string {
  const titles = new Set(lines.map(decisionPartOf));
  if (titles.size > 1) throw new Error(`lines ${lines.join(', ')} lie in more than one part: expected one`);
  return placeIn(decisionPartOf(lines[0]), lines);
}

/** The business plan of the Metropolitan Police for 2017-18. */
export function businessPlan(...lines: Lines): string {
  return placeIn('Business Plan 2017-18 (Metropolitan Police Service)', lines);
}

/** The committee's response to the draft Plan of 2017, in the edition of its own. */
export function response2017(...lines: Lines): string {
  return placeIn(`${responseTitle})`, lines);
}

/** The letter in which the Deputy Mayor answers the committee's recommendations on the draft Plan of 2022. */
function letter2022(...lines: Lines): string {
  return placeIn(
    'Letter of the Deputy Mayor for Policing and Crime to the Police and Crime Committee, 23 March 2022',
    lines,
  );
}

/** The documents by the names that the files of frameworks give them. */
const documents: Readonly<Record<string, (...lines: Lines) => string>> = {
  'draft-2013': draft2013,
  'decision-2017': decision2017,
  'business-plan-2017': businessPlan,
  'response-2017': response2017,
  'letter-2022': letter2022,
};

/**
 * The place that a file writes as `decision-2017 2080, 931`: the name of a document, and lines or ranges of its text extract.
 *
 * @throws where there is no such document, or no line.
 */
export function placeOf(text: string): string {
  const [, name = '', lines = ''] = /^([a-z0-9-]+) (\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*)$/.exec(text) ?? [];
  const place = documents[name];
  const [first, ...others] = lines.split(', ');
  if (place !== undefined && first !== undefined) return place(first, ...others);
  throw new Error(
    `"${text}" is no place: expected one of ${Object.keys(documents).join(', ')}, then lines ("2080, 931-940")`,
  );
}
