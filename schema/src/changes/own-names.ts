import { type ConstDirectiveNode, type DocumentNode, visit } from 'graphql';
import { argumentOf, importsOf, linksOf, textOf } from '../schema-links.ts';

const federationUrl = /^https:\/\/specs\.apollo\.dev\/federation\/v2/;

/**
 * A schema with the directives of federation under their own names, whatever it calls them: `@federation__key`, or `@primary` where
 * `@key` was imported as that. What is looked for under a name is then found. The schema itself where nothing is renamed. Never throws.
 */
export function readByOwnNames(document: DocumentNode): DocumentNode {
  const names = new Map(linksIn(document).flatMap(readImports));
  const spaces = linksIn(document).map((link) => textOf(argumentOf(link, 'as')) ?? 'federation');
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

function linksIn(document: DocumentNode): readonly ConstDirectiveNode[] {
  return linksOf(document).filter(
    (link) => link.name.value === 'link' && federationUrl.test(textOf(argumentOf(link, 'url')) ?? ''),
  );
}

/** The names under which a link imports directives, each with their own. */
function readImports(link: ConstDirectiveNode): readonly (readonly [string, string])[] {
  return importsOf(link).flatMap(({ name, as }) =>
    name.startsWith('@') && as.startsWith('@') ? [[as.slice(1), name.slice(1)] as const] : [],
  );
}
