import { Kind, type DocumentNode, type EnumTypeDefinitionNode } from 'graphql';

/**
 * TypeScript that says each closed vocabulary of a document twice: as a list of its words, in the order of the schema, and
 * as the union of them.
 *
 * The list of `AreaType` is called `areaTypeValues`. The text is what Node strips without a build, ends with a line feed,
 * and is the same for the same document. A document without an enum makes a module without a word. Never throws.
 */
export function printVocabulary(document: DocumentNode): string {
  const enums = document.definitions.filter((node) => node.kind === Kind.ENUM_TYPE_DEFINITION).map(printEnum);
  return [header, ...(enums.length > 0 ? enums : ['export {};\n'])].join('\n');
}

const header = '// Generated from the schema by `npm run compose`: do not edit.\n';

function printEnum({ name: { value: name }, description, values = [] }: EnumTypeDefinitionNode): string {
  const list = `${name.charAt(0).toLowerCase()}${name.slice(1)}Values`;
  const words = values.map((word) => `  '${word.name.value}',\n`).join('');
  const comment = printComment(description?.value ?? '');
  return `${comment}export const ${list} = [\n${words}] as const;\nexport type ${name} = (typeof ${list})[number];\n`;
}

function printComment(description: string): string {
  if (description === '') return '';
  const text = description.replaceAll('*/', '*\\/');
  return text.includes('\n') ? `/**\n * ${text.replaceAll('\n', '\n * ')}\n */\n` : `/** ${text} */\n`;
}
