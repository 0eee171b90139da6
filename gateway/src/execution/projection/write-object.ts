import {
  type GraphQLLeafType,
  type GraphQLOutputType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { writeLeafTest } from './leaf-tests.ts';

/** How the value under one key of an object is found, and what it has to be. */
export type WrittenField =
  | { readonly kind: 'value'; readonly key: string; readonly type: GraphQLOutputType; readonly project: Inner | null }
  /** The name of the object's kind, where it is known. */
  | { readonly kind: 'name'; readonly key: string; readonly name: string }
  /** The name of the object's kind, as the object has it. */
  | { readonly kind: 'told-name'; readonly key: string }
  /** What the schema says of itself. */
  | { readonly kind: 'introspection'; readonly key: string };

/** What a client gets of the objects in a field. */
export type Inner = (object: object) => unknown;

/** Source text of a function, and the values that it uses by name. */
export interface WrittenFunction {
  readonly body: string;
  readonly constants: ReadonlyMap<string, unknown>;
}

/** Every object has these without being told so by an agency. */
const isInherited = (key: string): boolean => key in Object.prototype;

/**
 * A function as text that takes an object as agencies have sent it, as `object`, and returns the one that a client gets. Where
 * these are the same - the same keys in the same order, and all that is in them too - it is the object itself.
 *
 * It throws `unfit` at the first value that is not as the schema promises. Keys come from documents that have been parsed; they
 * are written as JSON all the same.
 */
export function writeObject(fields: readonly WrittenField[]): WrittenFunction {
  const writer = new Writer();
  const parts = fields.map((field, index) => writer.writeField(field, index));
  const values = fields.map(({ key }, index) => `${JSON.stringify(key)}: r${index}`);
  const unchanged = fields.map((_, index) => `r${index} === v${index}`);
  const body = [
    ...parts,
    `if (${['true', ...unchanged].join(' && ')}) {`,
    '  let position = 0;',
    '  for (const key in object) if (key !== keys[position++]) { position = -1; break; }',
    `  if (position === ${fields.length}) return object;`,
    '}',
    `return { ${values.join(', ')} };`,
  ];
  writer.constants.set(
    'keys',
    fields.map(({ key }) => key),
  );
  return { body: body.join('\n'), constants: writer.constants };
}

interface Place {
  /** The variable that has the value, and the one that gets what the client sees of it. */
  readonly from: string;
  readonly to: string;
  readonly project: string | null;
}

class Writer {
  readonly constants = new Map<string, unknown>();

  writeField(field: WrittenField, index: number): string {
    const key = JSON.stringify(field.key);
    const [from, to] = [`v${index}`, `r${index}`];
    const own = isInherited(field.key)
      ? `Object.hasOwn(object, ${key}) ? object[${key}] : undefined`
      : `object[${key}]`;
    switch (field.kind) {
      case 'introspection':
        return `const ${from} = undefined, ${to} = introspected[${key}];`;
      case 'name':
        return `const ${from} = ${own}, ${to} = ${JSON.stringify(field.name)};`;
      case 'told-name':
        return `const ${from} = ${own}, ${to} = ${from} ?? object["__typename"]; if (!objectNames.has(${to})) throw unfit;`;
      case 'value': {
        const project = field.project && this.#keep(`p${index}`, field.project);
        return `const ${from} = ${own}; let ${to} = null;\n${this.#writeValue(field.type, { from, to, project })}`;
      }
    }
  }

  #writeValue(type: GraphQLOutputType, place: Place): string {
    const { from } = place;
    if (isNonNullType(type))
      return `if (${from} === null || ${from} === undefined) throw unfit;\n${this.#writeThere(type.ofType, place)}`;
    return `if (${from} !== null && ${from} !== undefined) {\n${this.#writeThere(type, place)}\n}`;
  }

  /** For a value that is not null. */
  #writeThere(type: GraphQLOutputType, place: Place): string {
    const { from, to, project } = place;
    if (isListType(type)) return this.#writeList(type.ofType, place);
    if (isLeafType(type)) return `${this.#writeLeaf(type, from)}${to} = ${from};`;
    return `if (typeof ${from} !== 'object') throw unfit;\n${to} = ${project ?? ''}(${from});`;
  }

  #writeLeaf(type: GraphQLLeafType, from: string): string {
    const values = isEnumType(type) ? this.#keep(`enum_${type.name}`, namesOf(type.getValues())) : '';
    const test = writeLeafTest(type, from, values);
    return test === null ? '' : `if (!${test}) throw unfit;\n`;
  }

  #writeList(type: GraphQLOutputType, { from, to, project }: Place): string {
    const [index, element, seen] = [`i_${from}`, `e_${from}`, `s_${from}`];
    return [
      `if (!Array.isArray(${from})) throw unfit;`,
      `${to} = ${from};`,
      `for (let ${index} = 0; ${index} < ${from}.length; ${index} += 1) {`,
      `const ${element} = ${from}[${index}]; let ${seen} = null;`,
      this.#writeValue(type, { from: element, to: seen, project }),
      `if (${to} !== ${from}) ${to}.push(${seen});`,
      `else if (${seen} !== ${element}) { ${to} = ${from}.slice(0, ${index}); ${to}.push(${seen}); }`,
      '}',
    ].join('\n');
  }

  #keep(name: string, value: unknown): string {
    this.constants.set(name, value);
    return name;
  }
}

function namesOf(values: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(values.map(({ name }) => name));
}
