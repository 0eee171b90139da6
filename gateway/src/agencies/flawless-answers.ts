import { compileFunction } from 'node:vm';
import type { FieldShape, ObjectShape } from './fetch-shape.ts';
import type { JsonObject } from './json.ts';

type Test = (object: JsonObject) => boolean;

const tests = new WeakMap<ObjectShape, Test>();

/**
 * Whether the data of an answer has the form that was asked for in every part, and nowhere a null that the schema denies. All that `checkForm`
 * throws for and `findDeniedNulls` finds is a flaw; what has none needs neither, which say what is wrong, and where, and take several times as
 * long. Compiled when data of a shape is first looked at. Never throws.
 */
export function isFlawless(data: JsonObject, shape: ObjectShape): boolean {
  const known = tests.get(shape);
  if (known !== undefined) return known(data);
  const test = compileTest(shape);
  tests.set(shape, test);
  return test(data);
}

function compileTest(shape: ObjectShape): Test {
  const writer = new TestWriter();
  const name = writer.writeTest(shape);
  const source = [...writer.functions, `return ${name};`].join('\n');
  // What the text is a function for.
  const make = compileFunction(source, [...writer.constants.keys()]) as (...values: unknown[]) => Test;
  return make(...writer.constants.values());
}

/** Writes a function for each object of a shape. Keys come from documents that have been parsed; they are written as JSON all the same. */
class TestWriter {
  readonly functions: string[] = [];
  /** The kinds that names may be of, by the variables that have them. */
  readonly constants = new Map<string, ReadonlySet<string>>();

  /** The name of the function that tests such an object. */
  writeTest(shape: ObjectShape): string {
    const lines = [...shape].map(([key, field]) =>
      ['{', `const v = object[${JSON.stringify(key)}];`, this.#writeValue(field, 0), '}'].join('\n'),
    );
    const name = `test${this.functions.length}`;
    this.functions.push(
      [
        `function ${name}(object) {`,
        'const kind = object["__typename"];',
        'if (kind !== undefined && typeof kind !== "string") return false;',
        ...lines,
        'return true;',
        '}',
      ].join('\n'),
    );
    return name;
  }

  /** For a value in the variable `v`, which lies so many lists deep; in JSON, only what is no element may be undefined. */
  #writeValue(field: FieldShape, depth: number): string {
    const denied = field.isNonNull[depth] === true ? 'return false;' : '';
    return `if (v === null) { ${denied} } else if (v !== undefined) { ${this.#writeThere(field, depth)} }`;
  }

  #writeThere(field: FieldShape, depth: number): string {
    if (depth < field.listDepth) {
      const elements = `for (const element of v) { const v = element; ${this.#writeValue(field, depth + 1)} }`;
      return `if (!Array.isArray(v)) return false; ${elements}`;
    }
    if (field.fields !== null)
      return `if (typeof v !== "object" || Array.isArray(v) || !${this.writeTest(field.fields)}(v)) return false;`;
    // No scalar of the graph is JSON.
    if (!field.isTypename) return 'if (typeof v === "object") return false;';
    return `if (typeof v !== "string"${this.#writeKinds(field.possible)}) return false;`;
  }

  #writeKinds(possible: ReadonlySet<string> | null): string {
    if (possible === null) return '';
    const name = `kinds${this.constants.size}`;
    this.constants.set(name, possible);
    return ` || !${name}.has(v)`;
  }
}
