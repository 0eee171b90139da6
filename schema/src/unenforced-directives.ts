import { type ConstDirectiveNode, type ConstValueNode, type DocumentNode, Kind, visit } from 'graphql';

/** The directives that say who may see a field. */
const accessDirectives = ['authenticated', 'requiresScopes', 'policy'];

/**
 * What a subgraph says of who may see its fields, and composition would leave out without a word: a sentence for each. Only what is imported from
 * federation comes into the supergraph; a directive that was defined by the subgraph, or linked by itself, does not. Never throws.
 */
export function findUnenforced(name: string, typeDefs: DocumentNode): readonly string[] {
  const links = linksOf(typeDefs);
  const linked = links
    .map((link) => textOf(argumentOf(link, 'url')) ?? '')
    .filter((url) => accessDirectives.some((each) => url.includes(`specs.apollo.dev/${each}/`)))
    .map((url) => `[${name}] links ${url} by itself, which is not enforced: ${instead}`);
  const imported = new Set(links.filter(isFederation).flatMap(importedNames));
  const applied = new Set<string>();
  visit(typeDefs, { Directive: (node) => void applied.add(node.name.value) });
  const unknown = accessDirectives
    .filter((each) => applied.has(each) && !imported.has(each))
    .map((each) => `[${name}] has @${each}, which is not imported and so not enforced: ${instead}`);
  return [...linked, ...unknown];
}

const instead = 'import it from https://specs.apollo.dev/federation/v2.9';

const isFederation = (link: ConstDirectiveNode) =>
  textOf(argumentOf(link, 'url'))?.includes('specs.apollo.dev/federation/') === true;

function linksOf({ definitions }: DocumentNode): readonly ConstDirectiveNode[] {
  return definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
  );
}

/** By the names that they have in the subgraph. */
function importedNames(link: ConstDirectiveNode): readonly string[] {
  const imports = argumentOf(link, 'import');
  return (imports?.kind === Kind.LIST ? imports.values : []).flatMap((each) => {
    if (each.kind !== Kind.OBJECT) return textOf(each)?.replace('@', '') ?? [];
    const field = (name: string) => textOf(each.fields.find((one) => one.name.value === name)?.value);
    return (field('as') ?? field('name'))?.replace('@', '') ?? [];
  });
}

const argumentOf = ({ arguments: given = [] }: ConstDirectiveNode, name: string) =>
  given.find((argument) => argument.name.value === name)?.value;

const textOf = (value: ConstValueNode | undefined) => (value?.kind === Kind.STRING ? value.value : null);
