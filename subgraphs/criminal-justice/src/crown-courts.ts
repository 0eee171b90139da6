import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';

/** A Crown Court centre of London. */
export interface CrownCourt {
  /** As court and as site: `court:snaresbrook-crown-court`. */
  readonly id: string;
  /** The name without the tier, as the criminal court statistics have it. */
  readonly name: string;
  /** Other names in use, with and without the tier. */
  readonly aliases: readonly string[];
}

/*
 * The ten centres of Criminal court statistics quarterly, and Blackfriars, which closed in 2019. "Kingston" alone is none of
 * their names: in a list of courts it may be Kingston upon Hull.
 *
 * Sources. Names: Ministry of Justice, Criminal court statistics quarterly, October to December 2025; HM Courts & Tribunals
 * Service, Court Finder, July 2015 (Inner London Crown Court).
 */
const names: readonly (readonly [name: string, ...aliases: string[]])[] = [
  ['Blackfriars'],
  ['Central Criminal Court', 'Old Bailey'],
  ['Croydon'],
  ['Harrow'],
  ['Inner London Sessions House', 'Inner London', 'Inner London Crown Court'],
  ['Isleworth'],
  ['Kingston upon Thames'],
  ['Snaresbrook'],
  ['Southwark'],
  ['Wood Green'],
  ['Woolwich'],
];

/** The name with the tier in it, which the Central Criminal Court has without. */
const fullName = (name: string) => (name.endsWith('Court') ? name : `${name} Crown Court`);

/** The Crown Court centres of London, by name. */
export const crownCourts: readonly CrownCourt[] = names.map(([name, ...aliases]) => ({
  id: `court:${slug(fullName(name))}`,
  name,
  aliases: aliases.length > 0 || fullName(name) === name ? aliases : [fullName(name)],
}));

/** A name without what registers add to it, such as "the" and the tier; case, spaces and hyphens carry no meaning. */
const keyOf = (name: string) =>
  slug(name)
    .replace(/^the-/, '')
    .replace(/-crown-court(-centre)?$/, '');

const byKey: ReadonlyMap<string, CrownCourt> = new Map(
  crownCourts.flatMap((court) => [court.name, ...court.aliases].map((name) => [keyOf(name), court] as const)),
);

/** The Crown Court centre of London with this name; null for any other. Never throws. */
export function crownCourtNamed(name: string): CrownCourt | null {
  return byKey.get(keyOf(name)) ?? null;
}
