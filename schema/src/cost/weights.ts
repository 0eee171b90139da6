/*
 * What the parts of an answer cost where the schema says nothing else with `@cost`. One is what one entry of a column costs:
 * about a microsecond of processor time in all processes together, and eight bytes of answer.
 *
 * Measured over the published files, in the gateway, four subgraphs and PostgreSQL: 500 series of recorded crime with one, two
 * and three columns (1.3 to 1.7 µs an entry on a busy machine), 100 of them with one to twenty fields an observation (3 µs a
 * field, 7 µs an object), one to four agencies with one figure each (3 to 5 ms an agency), and every ward with its newest
 * figure. Rounded, in ratio to an entry.
 */

/** One value in a list of values, such as a column. */
export const entryWeight = 1;

/** One value of an object. */
export const leafWeight = 2;

/** One object, whatever of it is asked for. */
export const objectWeight = 4;

/** One question to one agency, whatever it is about: two requests over HTTP, and statements in its store. */
export const fetchWeight = 2_000;

/** One thing about which an agency is asked that another has named. */
export const representationWeight = 6;

/** A name that a client chooses costs nothing up to this length, in characters: those that people give are shorter. */
const freeNameLength = 40;

/** Characters of a longer name that cost as much as an entry of a column: it stands in the answer as often as its value. */
const nameCharacters = 8;

/** What a value costs for the name under which it stands in the answer. */
export function nameWeight(name: string): number {
  return Math.max(0, Math.ceil((name.length - freeNameLength) / nameCharacters));
}

/** A request that asks for nothing of any agency. */
export const requestWeight = 500;

/** The length of a list of which the schema says nothing. A check finds those, so that only lists of others come to it. */
export const unknownLength = 100;

/** The most periods of a series of which the schema says nothing: twenty years by month. */
export const unknownPeriods = 240;

/** About how long the lists are in which a schema describes itself, for one of some hundred types. */
export const introspectionLengths: Readonly<Record<string, number>> = {
  '__Schema.types': 150,
  '__Schema.directives': 12,
  '__Directive.args': 3,
  '__Directive.locations': 4,
  '__Type.fields': 12,
  '__Type.inputFields': 3,
  '__Type.enumValues': 10,
  '__Type.interfaces': 1,
  '__Type.possibleTypes': 4,
  '__Field.args': 2,
};

/**
 * The most fields that are looked at to estimate one operation, those of each kind that a thing may be. The largest recorded
 * operation has 700, and the largest that the gateway takes 3,000, of four kinds at most. It takes 20 ms to look at so many.
 */
export const maxEstimateSteps = 12_000;
