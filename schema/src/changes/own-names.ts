import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, visit } from 'graphql';

const federationUrl = /^https:\/\/specs\.apollo\.dev\/federation\/v2/;

/**
 * A schema with the directives of federation under their own names, whatever it calls them: `@federation__key`, or `@primary` where
 * `@key` was imported as that. What is looked for under a name is then found. The schema itself where nothing is renamed. Never throws.
 */
export function readByOwnNames(document: DocumentNode): DocumentNode {
  const names = new Map(linksIn(document).flatMap(readImports));
  const spaces = linksIn(document).map((link) => textOf(given(link, 'as')) ?? 'federation');
  const ownName = (name: string): string => {
    const space = spaces.find((each) => name.startsWith(`${each}__`));
    return space === undefined ? (names.get(name) ?? name) : name.slice(space.length + 2);
  };
  return visit(document, {
    Directive: (node) => {
      const name = ownName(node.name.value);
      return name === node.name.value ? undefined : { ...node, name: { ...node.name, value: name } };
    },
  });
}

function linksIn({ definitions }: DocumentNode): readonly ConstDirectiveNode[] {
  return definitions
    .flatMap((node) =>
      node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
    )
    .filter((link) => link.name.value === 'link' && federationUrl.test(textOf(given(link, 'url')) ?? ''));
}

/** The names under which a link imports directives, each with their own, where they differ. */
function readImports(link: ConstDirectiveNode): readonly (readonly [string, string])[] {
  const imports = given(link, 'import');
  if (imports?.kind !== Kind.LIST) return [];
  return imports.values.flatMap((each) => {
    if (each.kind !== Kind.OBJECT) return [];
    const [name, alias] = ['name', 'as'].map((key) =>
      textOf(each.fields.find((field) => field.name.value === key)?.value),
    );
    if (!name?.startsWith('@') || !alias?.startsWith('@')) return [];
    return [[alias.slice(1), name.slice(1)] as const];
  });
}

const given = ({ arguments: all = [] }: ConstDirectiveNode, name: string): ConstValueNode | undefined =>
  all.find((each) => each.name.value === name)?.value;

const textOf = (value: ConstValueNode | undefined): string | null => (value?.kind === Kind.STRING ? value.value : null);
