import { resolveAreaName } from '../geography/area-names.ts';
import { isWellFormedAreaCode, readAreaCode } from '../geography/areas.ts';
import { areaTypeValues } from '@boroughgraph/schema/vocabulary/core.ts';
import { badUserInput } from './errors.ts';

/** Letters of a text that an error quotes: no code and no name of an area is longer. */
const longestQuoted = 100;

/** What an argument that takes the code of an area is called, and the field that takes a name in its place. */
interface AreaArgument {
  /** @default the only one that the field takes */
  readonly argument?: string | undefined;
  /** How to ask by name, given the name as a GraphQL text: `borough(name: "Hackney")`. @default by its code alone */
  readonly byName?: ((name: string) => string) | undefined;
}

/**
 * The code that an argument gives, in upper or lower case. Says nothing about whether there is such an area.
 *
 * @throws a BAD_USER_INPUT for a text that has not the form of a code, which offers the code of the area that bears it as a name.
 */
export function requireAreaCode(text: string, { argument, byName }: AreaArgument = {}): string {
  const code = readAreaCode(text);
  if (isWellFormedAreaCode(code)) return code;
  const quoted = JSON.stringify(text.length > longestQuoted ? `${text.slice(0, longestQuoted)}…` : text);
  throw badUserInput(
    `${quoted} is not an area code: expected one like E09000012 or composite:merton-and-sutton${offer(text, quoted, byName)}`,
    argument,
  );
}

/** What may have been meant, as the end of a sentence: nothing where a text is like no name. */
function offer(text: string, quoted: string, byName: AreaArgument['byName']): string {
  const asBorough = resolveAreaName(text);
  const named = asBorough.kind === 'found' ? asBorough : resolveAreaName(text, areaTypeValues);
  if (named.kind === 'found') {
    const { name, code } = named.area;
    return `; the code of ${name} is ${code}${byName === undefined ? '' : `, and ${byName(quoted)} asks by name`}`;
  }
  if (named.candidates.length === 0) return '';
  return `, such as that of ${named.candidates.map(({ name, code }) => `${name} (${code})`).join(', ')}`;
}
