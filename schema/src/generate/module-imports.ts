import ts from 'typescript';
import { declarationsOf, mentionsOf, parseModule } from './declarations.ts';

/** What can be imported from where, each name as an import writes it: `Observation as ObservationModel`. */
export interface Offer {
  readonly specifier: string;
  readonly names: readonly string[];
}

/** A line for each offer of which a text without imports mentions something that it does not declare. */
export function printImports(body: string, offers: readonly Offer[]): string {
  const declared = declarationsOf(body);
  const mentioned = mentionsOf(parseModule(body));
  const isMissing = (name: string) => mentioned.has(localName(name)) && !declared.has(localName(name));
  return offers
    .map(({ specifier, names }) => ({ specifier, names: names.filter(isMissing) }))
    .filter(({ names }) => names.length > 0)
    .map(({ specifier, names }) => ({ quoted: `'${specifier}'`, list: names.join(', ') }))
    .map(({ quoted, list }) => `import type { ${list} } from ${quoted};\n`)
    .join('');
}

const localName = (name: string) => name.replace(/^.* as /, '');

/** What the imports of a module take, and from where. */
export function listImports({ statements }: ts.SourceFile): readonly Offer[] {
  return statements.filter(ts.isImportDeclaration).map(({ moduleSpecifier, importClause }) => {
    const bindings = importClause?.namedBindings;
    return {
      specifier: ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : '',
      names:
        bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements.map((each) => each.getText()) : [],
    };
  });
}
