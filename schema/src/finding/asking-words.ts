/** Words that make a question of a subject: what is asked for is any figure of it, some time, somewhere. */
const asking = [
  // Of any figure.
  'all any comparable compare compared comparison count counted counts data figure figures info information latest level levels',
  'many monthly more most much number numbers quarterly statistic statistics stats tell total totals newest weekly yearly annual annually',
  // Of where it goes.
  'change changed changes changing decrease decreased decreasing down dropped fall fallen falling fewer going got gone grow growing grown',
  'increase increased increasing less lower higher over rise risen rising similar than trend trends up usual worse better',
  // Of where and when.
  'across area areas borough boroughs during ever last lb local locally month months whole entire nearby quarter quarters since today year years yesterday',
  // Of any question.
  'about am anyone can could did doing each find get getting give given go happen happened happening happens held here i im know let',
  'like look made make may much my need occur occurred often please see seen should some somebody take taken takes taking them then',
  'think too took want wanted went were would you your',
  // Of how figures come to be.
  'had having recently recorded registered reported',
];

/** Words of questions about any figure: they tell nothing apart, unless nothing else is asked. */
export const askingWords: ReadonlySet<string> = new Set(asking.join(' ').split(' '));

/**
 * What figures count, and how it begins and ends, in everyday words: an indicator that has none of them in what it says of itself may
 * count them all the same.
 */
const counting = [
  'attack attacks case cases common council councils crime crimes incident incidents london londoner londoners offence offences person persons police resident residents',
  'after against before',
  'began begin end ended ending ends start started',
];

/** How much there is of something, who does it and what becomes of it, in words that any subject has. */
const ofAnySubject = [
  'bad big biggest few frequent high large low often quite really regularly short small very',
  'anybody anything everybody everyone everything folk people someone something',
  'add be became become being bring came come comes coming detected face faced facing found led lead',
  'leading leads live lives living made put result resulted suffer suffered suffering used wear wearing wears went work working',
];

/** Words that are looked for only where no others are left. */
export const weakWords: ReadonlySet<string> = new Set(ofAnySubject.join(' ').split(' '));

/** Words that are not told as missing where something has none of them. */
export const untellingWords: ReadonlySet<string> = new Set([...weakWords, ...counting.join(' ').split(' ')]);

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';

const number = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|couple of|several|\\d+';
const span = '(?:day|week|weekend|fortnight|month|quarter|year|decade)s?';
const ordinal = 'first|second|third|fourth|1st|2nd|3rd|4th';

/** Two years that follow each other, of which each is two digits: 24/25. Of others, such as 18-19, nobody knows whether they are ages. */
const yearPairs = Array.from({ length: 40 }, (_, year) =>
  [year, year + 1].map((each) => String(each).padStart(2, '0')).join('\\s*/\\s*'),
).join('|');

/** Times as people write them, longer forms first: 2024, 2023/24, FY24/25, 31 March 2024, nov 24, Q3 2024, the last 12 months, a year ago. */
const times: readonly RegExp[] = [
  /\b\d{1,2}[/-]\d{1,2}[/-](?:(?:19|20)\d\d|\d\d)\b/g,
  /\b\d{1,2}\s*\/\s*(?:19|20)\d\d\b/g,
  /\b(?:19|20)\d\d-\d\d-\d\d\b/g,
  /\b(?:fy|ay|cy)?\s*(?:19|20)\d\d\s*[-/–]\s*(?:(?:19|20)?\d\d)\b/g,
  /\b(?:fy|ay|cy)\s*\d\d(?:\d\d)?(?:\s*[-/–]\s*\d\d(?:\d\d)?)?\b/g,
  new RegExp(`\\b(?:${yearPairs})\\b`, 'g'),
  new RegExp(`\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${month})(?:\\s*[-–]?\\s*(?:(?:19|20)\\d\\d|\\d\\d))?\\b`, 'g'),
  /\b(?:q[1-4]|[1-4]q)(?:\s+\d\d)?\b/g,
  new RegExp(`\\b(?:${ordinal})\\s+(?:quarter|half)\\b`, 'g'),
  /\bquarter\s+[1-4]\b/g,
  /\bh[12]\s+(?=(?:19|20)\d\d\b)/g,
  /\b(?:early|mid|late)[-\s]+(?=(?:19|20)\d\d\b)/g,
  /\b(19|20)\d\d\b/g,
  /\b2k\d\d\b/g,
  new RegExp(`\\b(?:last|latest|past|this|previous|next|current)\\s+(?:(?:${number})\\s+)?${span}\\b`, 'g'),
  new RegExp(`\\b(?:${number})\\s+${span}\\s+(?:ago|to|ending|ended|up to|until)\\b`, 'g'),
  /\b(financial|calendar|fiscal|academic|rolling)\s+(\d+\s+|twelve\s+)?(year|month)s?\b/g,
  /\b(in|last|this)\s+(the\s+)?((early|late)\s+)?(spring|summer|autumn|winter)\b/g,
  /\b(spring|summer|autumn|winter)\s+(?=of\s+|$)/g,
  /\b(?:(?:last|this|at|over|since|before|after)\s+)*(?:christmas|xmas|easter)(?:\s+time)?\b/g,
  /\b(?:since|before|after|during|pre|post)[-\s]+(?:the\s+)?(?:covid(?:[-\s]*19)?|pandemic|lockdown)\b/g,
  /\b(at\s+)?(the\s+)?(end|start|beginning)\s+of(?:\s+the\s+year)?(?=\s|$)/g,
  /\b(year|quarter|months?)\s+(ending|ended|to)\b/g,
  /\b(?:(?:year|month)\s+)?to\s+date\b/g,
  /\bytd\b/g,
  /\bso\s+far\b/g,
  /\bbetween\s+(?=and\b|\s*$)/g,
];

/** A text in lower case without the times in it: when is no part of what is looked for. Never throws. */
export function withoutTimes(text: string): string {
  return times.reduce((left, time) => left.replaceAll(time, ' '), text);
}
