import { areas } from '../../geography/areas.ts';

/** Kinds of area about which subjects are asked. */
const placeTypes: ReadonlySet<string> = new Set(['BOROUGH', 'REGION', 'COUNTRY']);

/** Shorter ones are words of other things: Met, City. */
const shortestAlias = 5;

/** What people call a borough by a part of its name. */
const everydayNames: readonly string[] = ['Kensington', 'Chelsea', 'Fulham', 'Dagenham'];

/** Names and codes of boroughs and of what lies around them, which a search tells from the subject that is looked for. */
export const placeNames: readonly string[] = [
  ...everydayNames,
  ...areas
    .filter(({ type }) => placeTypes.has(type))
    .flatMap(({ code, name, aliases }) => [name, code, ...aliases.filter(({ length }) => length >= shortestAlias)]),
];
