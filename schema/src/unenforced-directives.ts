import { type ConstDirectiveNode, type DocumentNode, visit } from 'graphql';
import { argumentOf, importsOf, linksOf, textOf } from './schema-links.ts';

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

/** By the names that they have in the subgraph. */
const importedNames = (link: ConstDirectiveNode) => importsOf(link).map(({ as }) => as.replace('@', ''));
