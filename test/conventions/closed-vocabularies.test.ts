import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readSubgraphSchemas } from '@boroughgraph/schema/subgraph-schema.ts';
import { Kind } from 'graphql';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = globSync('{gateway,schema,system,subgraphs}/**/*.ts', {
  cwd: root,
  exclude: (name) => ['node_modules', 'generated', 'vocabulary'].includes(name) || name.endsWith('.test.ts'),
});

/** The words of each enum of the schemas, by its name. */
const vocabularies: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readSubgraphSchemas().flatMap(({ typeDefs: { definitions } }) =>
    definitions
      .filter((definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION)
      .map(({ name, values = [] }) => [name.value, new Set(values.map((word) => word.name.value))] as const),
  ),
);

/** The enum of which words are, by at least two of them; undefined where they are of none. */
const enumOf = (words: readonly string[]) =>
  [...vocabularies].find(([, known]) => words.filter((word) => known.has(word)).length >= 2)?.[0];

const isText = (node: ts.Node | undefined): node is ts.StringLiteral => node !== undefined && ts.isStringLiteral(node);

/** The words that a union, a list, a table or its pairs consist of; empty for any other piece. */
function wordsOf(node: ts.Node): readonly string[] {
  if (ts.isUnionTypeNode(node))
    return node.types.flatMap((type) =>
      ts.isLiteralTypeNode(type) && isText(type.literal) ? [type.literal.text] : [],
    );
  if (ts.isArrayLiteralExpression(node))
    return node.elements
      .map((element) => (ts.isArrayLiteralExpression(element) ? element.elements[0] : element))
      .filter(isText)
      .map(({ text }) => text);
  if (ts.isObjectLiteralExpression(node)) return node.properties.map(({ name }) => name?.getText() ?? '');
  return [];
}

/**
 * Whether nothing holds the words to the schema: a union that is written out, or a list or table whose variable has no
 * type, or that of any text.
 * What picks from a vocabulary, as `Exclude<Unit, 'DAYS' | 'WEEKS'>` does, is held by it.
 */
function isLoose(node: ts.Node): boolean {
  if (ts.isUnionTypeNode(node)) return !ts.isTypeReferenceNode(node.parent);
  const { parent } = node;
  if (ts.isVariableDeclaration(parent)) return parent.type === undefined || anyText.test(parent.type.getText());
  if (ts.isNewExpression(parent) && parent.typeArguments !== undefined) return false;
  if (ts.isAsExpression(parent) || ts.isParenthesizedExpression(parent) || ts.isNewExpression(parent))
    return isLoose(parent);
  return (
    ts.isPropertyAccessExpression(parent) ||
    (ts.isCallExpression(parent) && /^z\.\w+$/.test(parent.expression.getText()))
  );
}

/** A type of a list or table that takes every text for a word. */
const anyText = /^readonly string\[\]$|\b(Set|Map|Record|Array)<string\b/;

/** A line for each place where a text writes the words of an enum by itself. */
function strayWords(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): readonly string[] => {
    const name = enumOf(wordsOf(node));
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const own = name !== undefined && isLoose(node) ? [`${file}:${line} writes ${name} again`] : [];
    ts.forEachChild(node, (child) => {
      own.push(...visit(child));
    });
    return own;
  };
  return hasWords.test(text) ? visit(source) : [];
}

/** What a text with the words of an enum has at least. */
const hasWords = /\b[A-Z][A-Z0-9_]{2,}\b/;

it.each([
  ["type Pace = 'DAYS' | 'WEEKS' | 'KITTENS';", true],
  ["interface Grid { readonly every: 'DAYS' | 'WEEKS' }", true],
  ["const paces = ['DAYS', 'WEEKS'] as const;", true],
  ["const paces: readonly string[] = ['DAYS', 'WEEKS'];", true],
  ["const pace = z.enum(['DAYS', 'WEEKS']);", true],
  ["const paces = new Set(['DAYS', 'WEEKS']);", true],
  ["const isPace = ['DAYS', 'WEEKS'].includes(unit);", true],
  ['const lengths = { DAYS: 1, WEEKS: 7 };', true],
  ["const lengths = new Map([['DAYS', 1], ['WEEKS', 7]]);", true],
  ['const lengths: Record<string, number> = { DAYS: 1, WEEKS: 7 };', true],
  ["type Other = Exclude<Unit, 'DAYS' | 'WEEKS'>;", false],
  ["const paces: readonly Unit[] = ['DAYS', 'WEEKS'];", false],
  ["const paces = new Set<Unit>(['DAYS', 'WEEKS']);", false],
  ['const lengths: Partial<Record<Unit, number>> = { DAYS: 1, WEEKS: 7 };', false],
  ["const area = { areaTypes: ['BOROUGH', 'WARD'] };", false],
])('of %s, that it writes words of the schema again is %s', (text, isStray) => {
  expect(strayWords('example.ts', text).length > 0).toBe(isStray);
});

it('the words of an enum are written in the schema alone', () => {
  expect(files.flatMap((file) => strayWords(file, readFileSync(`${root}${file}`, 'utf8')))).toEqual([]);
});
