import ts from 'typescript';
import { isSame, mentionsOf, type Declaration } from './declarations.ts';

/** The types that say something of every type of a schema, under its name: its resolvers, what they return, what they are given. */
export const mapNames: ReadonlySet<string> = new Set(['ResolversTypes', 'ResolversParentTypes', 'Resolvers']);

/** The name under which a module takes a map from the core, beside its own of the same name. */
export const coreMapName = (name: string) => `Core${name}`;

/**
 * A map that holds its own entries and takes the others from the core's.
 *
 * An entry is the core's where both are the same words, and none of them is declared anew.
 *
 * Beside what resolvers are given stands the type `TakenFromCore`: it does not compile where the core resolves to less than
 * a resolver of the module expects.
 *
 * @param own - The names that the module declares itself.
 */
export function printOwnEntries(
  map: ts.TypeAliasDeclaration,
  coreMap: Declaration | undefined,
  own: ReadonlySet<string>,
): string {
  const shared = entriesOf(coreMap);
  const isOwn = (entry: ts.TypeElement) =>
    !isSame(entry, shared.get(nameOf(entry))) ||
    [...mentionsOf(entry)].some((name) => own.has(name) && !mapNames.has(name));
  const entries = [...entriesOf(map).values()].filter(isOwn);
  const replaced = entries.map(nameOf).filter((name) => shared.has(name));
  const replacedNames = replaced.map((name) => `'${name}'`).join(' | ');
  const core = `${coreMapName(map.name.text)}${parametersOf(map, (each) => each.name.text)}`;
  const rest = replaced.length > 0 ? `Omit<${core}, ${replacedNames}>` : core;
  const header = `export type ${map.name.text}${parametersOf(map, (each) => each.getText())} = ${rest} & {`;
  const body = [header, ...entries.map((entry) => `  ${entry.getText()}`), '};'].join('\n');
  return map.name.text === 'ResolversParentTypes' && replaced.length > 0
    ? `${body}\n\n${printCheck(replacedNames)}`
    : body;
}

const printCheck = (names: string) =>
  [
    '/** What the core resolves to is enough for the resolvers here. */',
    `export type TakenFromCore<T extends Pick<ResolversParentTypes, ${names}> = Pick<CoreResolversParentTypes, ${names}>> = T;`,
  ].join('\n');

const nameOf = (entry: ts.TypeElement) => entry.name?.getText() ?? '';

function entriesOf(map: Declaration | undefined): ReadonlyMap<string, ts.TypeElement> {
  const members =
    map !== undefined && ts.isTypeAliasDeclaration(map) && ts.isTypeLiteralNode(map.type) ? map.type.members : [];
  return new Map(members.map((entry) => [nameOf(entry), entry]));
}

function parametersOf(
  { typeParameters }: ts.TypeAliasDeclaration,
  print: (each: ts.TypeParameterDeclaration) => string,
): string {
  return typeParameters === undefined ? '' : `<${typeParameters.map(print).join(', ')}>`;
}
