import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { RegisteredCourt } from './court-record.ts';
import { crownCourtNamed } from './crown-courts.ts';
import type { CourtTier } from './generated/vocabulary.ts';

/** The words of a name that tell a kind of court. The civil division of the Court of Appeal is no county court. */
const kinds: readonly (readonly [CourtTier, RegExp])[] = [
  ['CROWN', /\bcrown\b/i],
  ['MAGISTRATES', /\bmagistrates?\b/i],
  ['COUNTY', /\bcounty\b|\bcivil (?:and family|justice)\b/i],
  ['FAMILY', /\bfamily\b/i],
  ['TRIBUNAL', /\btribunals?\b/i],
];

/** The kind of court that a name tells: UNKNOWN where it tells none, COMBINED where it says so or tells several. Never throws. */
export function tierOfName(name: string): CourtTier {
  if (crownCourtNamed(name) !== null) return 'CROWN';
  const [first, ...others] = kinds.filter(([, words]) => words.test(name)).map(([kind]) => kind);
  if (/\bcombined\b/i.test(name) || others.length > 0) return 'COMBINED';
  return first ?? 'UNKNOWN';
}

/** What the name of a court of one tier ends with. */
const tierWords = / (?:Crown|Magistrates['’]?|County|Family(?: Proceedings)?) Court$/i;
/** "Romford Magistrates' Court (formerly Havering Magistrates' Court)". */
const formerly = / \(formerly (?<former>.+)\)$/i;

/**
 * What a register's name of a court tells of it: id, name without the tier, other names, tier.
 *
 * A Crown Court of London has the id and the names of the criminal court statistics, whatever the register calls it. Never
 * throws.
 */
export function readCourtName(text: string): Pick<RegisteredCourt, 'id' | 'name' | 'aliases' | 'tier'> {
  const whole = text.replaceAll(/\s+/g, ' ').trim();
  const former = formerly.exec(whole)?.groups?.['former'];
  const full = whole.replace(formerly, '');
  const crown = crownCourtNamed(full);
  if (crown !== null) return { ...crown, aliases: [...crown.aliases], tier: 'CROWN' };
  const tier = tierOfName(full);
  const name = tier === 'COMBINED' ? full : full.replace(tierWords, '');
  const aliases = [...(name === full ? [] : [full]), ...(former === undefined ? [] : [former])];
  return { id: `court:${slug(full)}`, name, aliases, tier };
}
