import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind } from 'graphql';

/** The directives that say who may see what. */
export const accessDirectives = ['authenticated', 'requiresScopes', 'policy'] as const;

/** One of these, by the name of its specification. */
export type AccessDirective = (typeof accessDirectives)[number];

/** A supergraph says something of security that the gateway cannot enforce. */
export class UnenforceableError extends Error {
  override readonly name = 'UnenforceableError';
}

const isAccessDirective = (name: string): name is AccessDirective => accessDirectives.some((each) => each === name);

/** The version of each that is known here. */
const knownVersion = 'v0.1';

/** What is for security and kept by what makes the schema that clients see. */
const keptOtherwise: ReadonlySet<string | null> = new Set(['https://specs.apollo.dev/inaccessible/v0.2']);

/**
 * By the name that a directive has in a supergraph, which it is: whoever composes may have imported it under another.
 *
 * @throws {UnenforceableError} where it links something for security that is not known here, or a known one of another version.
 */
export function findAccessDirectives(supergraph: DocumentNode): ReadonlyMap<string, AccessDirective> {
  return new Map(schemaDirectives(supergraph).flatMap(readLink));
}

/** Whether a directive of a schema links one of those that are enforced here. */
export function isEnforcedLink(directive: ConstDirectiveNode): boolean {
  return accessDirectives.some(
    (name) => textOf(argumentOf(directive, 'url')) === `https://specs.apollo.dev/${name}/${knownVersion}`,
  );
}

/** All that is said of the schema itself, by whatever name `@link` has. */
function schemaDirectives({ definitions }: DocumentNode): readonly ConstDirectiveNode[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
  );
}

function readLink(directive: ConstDirectiveNode): readonly (readonly [string, AccessDirective])[] {
  const url = textOf(argumentOf(directive, 'url'));
  const [, name = '', version] = /\/([^/]+)\/(v[\d.]+)\/?$/.exec(url ?? '') ?? [];
  const isKnown = isAccessDirective(name) && url === `https://specs.apollo.dev/${name}/${knownVersion}`;
  const isForSecurity = textOf(argumentOf(directive, 'for')) === 'SECURITY';
  if (keptOtherwise.has(url)) return [];
  if (!isKnown && (isForSecurity || isAccessDirective(name)))
    throw new UnenforceableError(
      `The supergraph asks for ${url ?? 'something'} for its security, which is not known here: expected ${accessDirectives.map((each) => `https://specs.apollo.dev/${each}/${knownVersion}`).join(', ')}`,
    );
  if (!isKnown || version === undefined) return [];
  return [[importedName(directive, name) ?? textOf(argumentOf(directive, 'as')) ?? name, name]];
}

/** As `import: ["@policy"]` or `import: [{ name: "@policy", as: "@rule" }]` says; null where it is not imported by itself. */
function importedName(directive: ConstDirectiveNode, name: string): string | null {
  const imports = argumentOf(directive, 'import');
  for (const each of imports?.kind === Kind.LIST ? imports.values : []) {
    if (textOf(each) === `@${name}`) return name;
    const [from, as] = ['name', 'as'].map((key) => textOf(fieldOf(each, key)));
    if (from === `@${name}`) return (as ?? from).replace(/^@/, '');
  }
  return null;
}

/** The value of an argument of a directive; undefined where it is not given. */
export function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string): ConstValueNode | undefined {
  return given.find((argument) => argument.name.value === name)?.value;
}

function fieldOf(value: ConstValueNode, name: string): ConstValueNode | undefined {
  return value.kind === Kind.OBJECT ? value.fields.find((field) => field.name.value === name)?.value : undefined;
}

function textOf(value: ConstValueNode | undefined): string | null {
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : null;
}
