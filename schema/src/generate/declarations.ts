import ts from 'typescript';

/** A declaration of a type that has a name: `type Unit = …`, `interface Series …`. */
export type Declaration = ts.TypeAliasDeclaration | ts.InterfaceDeclaration;

/** A module of TypeScript as a tree, of which every node knows its text. A text that is not TypeScript makes a tree all the same. */
export const parseModule = (text: string): ts.SourceFile =>
  ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);

export const isDeclaration = (node: ts.Node): node is Declaration =>
  ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node);

/** The types that a module declares, by name, in its order. */
export function declarationsOf(text: string): ReadonlyMap<string, Declaration> {
  const declarations = parseModule(text).statements.filter(isDeclaration);
  return new Map(declarations.map((node) => [node.name.text, node]));
}

/** Whether two pieces say the same in the same words, whatever the comments before them; nothing is the same as an absent one. */
export const isSame = (one: ts.Node, other: ts.Node | undefined): boolean => one.getText() === other?.getText();

/** The names that a piece of a module mentions, its own included. */
export function mentionsOf(node: ts.Node): ReadonlySet<string> {
  const inside: ReadonlySet<string>[] = [];
  ts.forEachChild(node, (child) => {
    inside.push(mentionsOf(child));
  });
  return new Set([...(ts.isIdentifier(node) ? [node.text] : []), ...inside.flatMap((names) => [...names])]);
}
