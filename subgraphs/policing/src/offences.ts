import { type Dimension, type DimensionChoice, slug } from '@boroughgraph/kit/statistics/dimensions.ts';

/** The groups of the Met's tables: twelve that add to all recorded offences, then fraud passed to the national bureau, which is no part of them. */
export const offenceGroups: Dimension = {
  id: 'offence-group',
  label: 'Offence group',
  standsAlone: true,
  choices: [
    'Arson and criminal damage',
    'Burglary',
    'Drug offences',
    'Fraud and forgery',
    'Miscellaneous crimes against society',
    'Possession of weapons',
    'Public order offences',
    'Robbery',
    'Sexual offences',
    'Theft',
    'Vehicle offences',
    'Violence against the person',
    'Fraud reported to NFIB',
  ].map((label) => ({ value: slug(label), label })),
};

/** The group that counts reports passed on, not offences recorded. */
export const reportedFraud = 'fraud-reported-to-nfib';

/** What the publisher calls groups otherwise than we do. */
const groupSpellings: Readonly<Record<string, string>> = {
  'historical fraud and forgery': 'fraud-and-forgery',
  'nfib fraud': reportedFraud,
  'criminal damage': 'arson-and-criminal-damage',
  drugs: 'drug-offences',
};

/**
 * Offences by group: the newest label of each, then the labels under which other editions have the same.
 *
 * Where the meaning changed between editions there are two. Before December 2023 violence without injury held stalking and
 * harassment (81,680 offences in half a year, after it 54,893 and 27,934), and the parts of burglary and of the small
 * groups were cut otherwise.
 */
const offencesByGroup: Readonly<Record<string, readonly (readonly [label: string, ...others: string[]])[]>> = {
  'arson-and-criminal-damage': [['Arson'], ['Criminal damage']],
  burglary: [
    ['Burglary business and community'],
    ['Domestic burglary'],
    ['Res burglary of a home'],
    ['Res burglary of unconnected building'],
    ['Burglary residential', 'Burglary - residential'],
    ['Burglary in a dwelling'],
    ['Burglary non-dwelling'],
  ],
  'drug-offences': [['Possession of drugs'], ['Trafficking of drugs', 'Drug trafficking']],
  'fraud-and-forgery': [['Fraud and forgery'], ['Historical fraud and forgery']],
  'miscellaneous-crimes-against-society': [
    ['Misc crimes against society', 'Miscellaneous crimes against society'],
    ['Absconding from lawful custody'],
    ['Aiding suicide'],
    ['Bail offences'],
    ['Bigamy'],
    ['Concealing an infant death close to birth'],
    ['Dangerous driving'],
    ['Disclosure, obstruction, false or misleading state'],
    ['Exploitation of prostitution'],
    ['Forgery or use of drug prescription'],
    ['Fraud or forgery associated with driver records'],
    ['Going equipped for stealing'],
    ['Handling stolen goods'],
    ['Making, supplying or possessing articles for use i'],
    ['Obscene publications'],
    ['Offender management act'],
    ['Other forgery'],
    ['Other notifiable offences'],
    ['Perjury'],
    ['Perverting course of justice'],
    ['Possession of false documents'],
    ['Profitting from or concealing proceeds of crime', 'Profiting from or concealing proceeds of crime'],
    ['Soliciting for prostitution'],
    ['Threat or possession with intent to commit crimina'],
    ['Wildlife crime'],
  ],
  'possession-of-weapons': [
    ['Possession of weapons'],
    ['Other firearm offences'],
    ['Other knife offences'],
    ['Possession of article with blade or point'],
    ['Possession of firearm with intent'],
    ['Possession of firearms offences'],
    ['Possession of other weapon'],
  ],
  'public-order-offences': [
    ['Other offences public order', 'Other offences against the state, or public order'],
    ['Public fear alarm or distress'],
    ['Race or religious agg public fear', 'Racially or religiously aggravated public fear, al'],
    ['Violent disorder'],
  ],
  robbery: [['Robbery of business property'], ['Robbery of personal property']],
  'sexual-offences': [['Other sexual offences'], ['Rape']],
  theft: [['Bicycle theft'], ['Other theft'], ['Shoplifting'], ['Theft from the person', 'Theft from person']],
  'vehicle-offences': [
    ['Aggravated vehicle taking'],
    ['Interfering with a motor vehicle'],
    ['Theft from a vehicle', 'Theft from a motor vehicle'],
    ['Theft or unauth taking of a motor veh', 'Theft or taking of a motor vehicle'],
  ],
  'violence-against-the-person': [
    ['Death serious injury illegal driving'],
    ['Homicide'],
    ['Stalking and harassment'],
    ['Violence with injury'],
    ['Violence without injury'],
    ['Violence without injury, with stalking and harassment'],
  ],
  [reportedFraud]: [['NFIB']],
};

/** One offence of the tables. */
export interface Offence {
  readonly group: string;
  readonly offence: string;
}

/** What labels say in full that the publisher cuts off or shortens, by their value, which stays. */
const fullLabels: Readonly<Record<string, string>> = {
  'death-serious-injury-illegal-driving': 'Death or serious injury by illegal driving',
  'disclosure-obstruction-false-or-misleading-state': 'Disclosure, obstruction, false or misleading statements',
  'making-supplying-or-possessing-articles-for-use-i': 'Making, supplying or possessing articles for use in fraud',
  'misc-crimes-against-society': 'Miscellaneous crimes against society',
  nfib: 'Reported to the National Fraud Intelligence Bureau',
  'other-offences-public-order': 'Other offences against the state, or public order',
  'race-or-religious-agg-public-fear': 'Racially or religiously aggravated public fear, alarm or distress',
  'res-burglary-of-a-home': 'Residential burglary of a home',
  'res-burglary-of-unconnected-building': 'Residential burglary of an unconnected building',
  'theft-or-unauth-taking-of-a-motor-veh': 'Theft or unauthorised taking of a motor vehicle',
  'threat-or-possession-with-intent-to-commit-crimina': 'Threat or possession with intent to commit criminal damage',
};

/** The offences of all editions, each within its group. */
export const offences: Dimension = {
  id: 'offence',
  label: 'Offence',
  standsAlone: true,
  choices: Object.entries(offencesByGroup).flatMap(([group, labels]) =>
    labels.map(([label]): DimensionChoice => {
      const value = slug(label);
      return { value, label: fullLabels[value] ?? label, within: group };
    }),
  ),
};

/** Every label of every edition, in lower case, and the offence that it names. */
const byLabel: ReadonlyMap<string, Offence> = new Map(
  Object.entries(offencesByGroup).flatMap(([group, offencesOf]) =>
    offencesOf.flatMap((labels) =>
      labels.map((label) => [label.toLowerCase(), { group, offence: slug(labels[0]) }] as const),
    ),
  ),
);

/** Labels by their words, however these are parted, where one alone has them within its group. */
const byWords: ReadonlyMap<string, Offence | null> = new Map(
  [...Map.groupBy(byLabel, ([label, { group }]) => `${group} ${wordsOf(label)}`)].map(([key, labels]) => {
    const meant = new Set(labels.map(([, { offence }]) => offence));
    return [key, meant.size === 1 ? (labels[0]?.[1] ?? null) : null];
  }),
);

/** Commas, hyphens and ampersands stand otherwise in each edition. */
function wordsOf(label: string): string {
  return slug(label).replaceAll('-and-', '-');
}

/** The publisher cuts longer labels off here, in the middle of a word. */
const longestLabel = 50;

const violenceWithoutInjury = 'violence-without-injury';
const violenceWithHarassment = 'violence-without-injury-with-stalking-and-harassment';

/** The group that a label of a published table names, in any case; null for an unknown one. */
export function offenceGroupOf(label: string): string | null {
  const text = label.trim().toLowerCase();
  const value = groupSpellings[text] ?? slug(text);
  return offenceGroups.choices.some((choice) => choice.value === value) ? value : null;
}

/**
 * The offence that a label names within a group; null for an unknown one. `hasHarassment` says that the file has stalking and
 * harassment as an offence of its own: where it does not, violence without injury holds it.
 */
export function offenceOf(group: string, label: string, hasHarassment: boolean): Offence | null {
  const text = label.trim().toLowerCase();
  const found =
    byLabel.get(text) ??
    (text.length > longestLabel ? byLabel.get(text.slice(0, longestLabel)) : undefined) ??
    byWords.get(`${group} ${wordsOf(text)}`);
  if (found?.group !== group) return null;
  const isWider = found.offence === violenceWithoutInjury && !hasHarassment;
  return isWider ? { group, offence: violenceWithHarassment } : found;
}

/** The offence that an argument means: its id, or the kebab-case of a label that another edition gives it; null for an unknown one. */
export function offenceOfArgument(value: string): Offence | null {
  const match = [...byLabel].find(([label, { offence }]) => offence === value || slug(label) === value);
  return match?.[1] ?? null;
}
