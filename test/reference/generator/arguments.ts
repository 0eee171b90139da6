import {
  astFromValue,
  getNullableType,
  type GraphQLArgument,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isScalarType,
  print,
} from 'graphql';
import type { Random } from '../random.ts';
import type { ArgumentPlace, Vocabulary } from './vocabulary.ts';

/** A variable that an operation declares. */
export interface Variable {
  readonly name: string;
  /** As it is declared: `[ID!]! = ["E09000012"]`. */
  readonly declaration: string;
  readonly type: string;
}

/** How often a value stands in a variable, and how often that is one that the operation has already. */
const variableShare = 0.35;
const sharedVariableShare = 0.3;
const givenShare = 0.45;
const nullShare = 0.03;
/** Of a variable's value, something of another kind altogether: a mistake that the server must find. */
const wrongKindShare = 0.004;

/** Arguments without which a field mostly fails, though they may be left out: the area of an indicator's series. */
const mostlyNeeded = ['area'];
const mostlyShare = 0.9;

/** Root fields that find one thing by its key or by its name. */
const byEither = ['Query.borough', 'Query.court'];

/** Writes the arguments of fields and directives, and collects the variables that they need. */
export class ArgumentWriter {
  readonly variables: Variable[] = [];
  readonly values: Record<string, unknown> = {};
  readonly #random: Random;
  readonly #vocabulary: Vocabulary;

  constructor(random: Random, vocabulary: Vocabulary) {
    this.#random = random;
    this.#vocabulary = vocabulary;
  }

  /** `(code: "E09000012", on: $v1)`, or nothing; `holder` is the field that takes them. */
  write(given: readonly GraphQLArgument[], { holder, agency }: Omit<ArgumentPlace, 'name'>): string {
    // These take exactly one of their two arguments; that they say so otherwise needs no more than a few tries.
    const only = byEither.includes(holder) && this.#random.chance(0.9) ? this.#random.pick(given).name : null;
    const written = given.flatMap((argument) => {
      const share = mostlyNeeded.includes(argument.name) ? mostlyShare : givenShare;
      const isWanted = only === null ? this.#random.chance(share) : argument.name === only;
      if (!isRequiredArgument(argument) && !isWanted) return [];
      const place = { holder, agency, name: argument.name };
      const text = this.#writeValue(argument.type, place, argument.defaultValue !== undefined);
      return text === null ? [] : [`${argument.name}: ${text}`];
    });
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  /** ` @include(if: $v1)`, or ` @skip` with what it takes; three in four keep what they stand at. */
  writeDirective(name: 'skip' | 'include'): string {
    return ` @${name}(if: ${this.#writeCondition(this.#random.chance(0.75) === (name === 'include'))})`;
  }

  #writeCondition(value: boolean): string {
    if (this.#random.chance(0.4)) return String(value);
    return this.#declare('Boolean!', value);
  }

  #writeValue(type: GraphQLInputType, place: ArgumentPlace, hasDefault: boolean): string | null {
    if (!isNonNullType(type) && this.#random.chance(nullShare)) return 'null';
    const nullable = getNullableType(type);
    if (isInputObjectType(nullable) && this.#random.chance(0.7)) return this.#writeObject(nullable, place);
    const value = this.#valueOf(type, place);
    if (value === undefined) return null;
    if (!this.#random.chance(variableShare)) return literal(value, type);
    // A variable that may be null can stand where a default answers for its absence.
    return this.#declare(hasDefault && this.#random.chance(0.5) ? String(nullable) : String(type), value, type);
  }

  /** An object whose parts may stand in variables of their own. */
  #writeObject(type: GraphQLInputObjectType, { agency }: ArgumentPlace): string {
    const fields = Object.values(type.getFields()).flatMap((field) => {
      if (!isRequiredInputField(field) && this.#random.chance(0.4)) return [];
      const text = this.#writeValue(field.type, { holder: type.name, name: field.name, agency }, false);
      return text === null ? [] : [`${field.name}: ${text}`];
    });
    return `{ ${fields.join(', ')} }`;
  }

  /** A JSON value; undefined where the vocabulary has no word for it. */
  #valueOf(type: GraphQLInputType, place: ArgumentPlace): unknown {
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const length = this.#random.whole(4);
      const items = Array.from({ length }, () => this.#valueOf(nullable.ofType, place));
      return items.some((item) => item === undefined) ? undefined : items;
    }
    if (isInputObjectType(nullable)) {
      const fields = Object.values(nullable.getFields()).map((field) => {
        const value = this.#valueOf(field.type, { ...place, holder: nullable.name, name: field.name });
        return [field.name, value] as const;
      });
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    }
    if (isEnumType(nullable)) return this.#random.pick(nullable.getValues()).name;
    if (isScalarType(nullable) && nullable.name === 'Boolean') return this.#random.chance(0.5);
    return this.#vocabulary(place, this.#random) ?? undefined;
  }

  /** A reference to a variable of this type that has the value, by its own or by its default. */
  #declare(type: string, value: unknown, valueType?: GraphQLInputType): string {
    const known = this.variables.filter((variable) => variable.type === type);
    if (known.length > 0 && this.#random.chance(sharedVariableShare)) return `$${this.#random.pick(known).name}`;
    const name = `v${this.variables.length + 1}`;
    const text = valueType === undefined ? String(value) : literal(value, valueType);
    const hasDefault = this.#random.chance(0.35);
    this.variables.push({ name, type, declaration: `$${name}: ${type}${hasDefault ? ` = ${text}` : ''}` });
    // With a default, the value is left out as often as it is given.
    if (hasDefault && this.#random.chance(0.5)) return `$${name}`;
    const isLeftOut = !type.endsWith('!') && this.#random.chance(0.15);
    if (!isLeftOut) this.values[name] = this.#random.chance(wrongKindShare) ? { wrong: 'kind' } : value;
    return `$${name}`;
  }
}

function literal(value: unknown, type: GraphQLInputType): string {
  const node = astFromValue(value, type);
  if (!node) throw new RangeError(`${JSON.stringify(value)} cannot be written as ${String(type)}`);
  return print(node);
}
