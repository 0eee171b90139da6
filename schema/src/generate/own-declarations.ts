import ts from 'typescript';
import { declarationsOf, isDeclaration, isSame, parseModule } from './declarations.ts';
import { listImports, printImports } from './module-imports.ts';
import { coreMapName, mapNames, printOwnEntries } from './type-maps.ts';

/** A module of types that another one may take from, under the name by which it is imported. */
export interface TypeModule {
  readonly specifier: string;
  readonly text: string;
}

/**
 * A generated module without what other modules declare: it imports that from them, and nothing that it does not use.
 *
 * A type that one of the vocabularies names is taken from there. A type that the core declares in the same words is taken
 * from the core, and speaks of what is there: what an area is to the core, a Series of the core lies in. The maps by type
 * keep their own entries beside those of the core's maps.
 *
 * @param text - The module as the generator makes it, complete in itself.
 * @param core - Null for the core itself.
 */
export function ownDeclarations(text: string, vocabularies: readonly TypeModule[], core: TypeModule | null): string {
  const module = parseModule(text);
  const words = vocabularies.flatMap((vocabulary) => [...declarationsOf(vocabulary.text).keys()]);
  const known = declarationsOf(core?.text ?? '');
  const isTaken = (node: ts.Statement) =>
    isDeclaration(node) &&
    !mapNames.has(node.name.text) &&
    (words.includes(node.name.text) || isSame(node, known.get(node.name.text)));
  const kept = module.statements.filter((node) => !ts.isImportDeclaration(node) && !isTaken(node));
  const own = new Set(kept.filter(isDeclaration).map(({ name }) => name.text));
  const body = kept
    .map((node) =>
      core !== null && ts.isTypeAliasDeclaration(node) && mapNames.has(node.name.text)
        ? printOwnEntries(node, known.get(node.name.text), own)
        : node.getFullText().trim(),
    )
    .join('\n\n');
  const offers = [...listImports(module), ...[...vocabularies, ...(core === null ? [] : [core])].map(offerOf)];
  return `${printImports(body, offers)}\n${body}\n`;
}

function offerOf({ specifier, text }: TypeModule) {
  const names = [...declarationsOf(text).keys()];
  const maps = names.filter((name) => mapNames.has(name)).map((name) => `${name} as ${coreMapName(name)}`);
  return { specifier, names: [...names, ...maps] };
}
