import { z } from 'zod';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable: how its text is read, and what a person is told who has written it wrongly. */
export interface Variable<Value> {
  readonly name: string;
  /** What its text becomes. That it fails is enough: what was expected is said by `expected`. */
  readonly schema: z.ZodType<Value, string>;
  /** What it is where nothing is set. Without one, it has to be set. */
  readonly fallback?: Value;
  /** What it has to be, with its article: `a port number from 1 to 65535`. */
  readonly expected: string;
  /** A text that would do. */
  readonly example: string;
  /** What it decides, for people, in a sentence: `What a server listens on.` */
  readonly says: string;
  /** What is wrong with a text, as the end of a sentence that repeats no secret; null where that says nothing more. @default nothing is said */
  readonly explain?: (text: string) => string | null;
  /** Whether a text comes from another tool that sets the same variable for itself: then it counts as not set. @default none does */
  readonly isForeign?: (text: string) => boolean;
  /** True where the text may hold a password: then it is never shown. @default false */
  readonly isSecret?: boolean;
}

/** Variables under the names that a program has for them, in groups where it wants groups. */
export interface Variables {
  readonly [key: string]: Variable<unknown> | Variables;
}

/** What variables are once they are read, in the same groups. */
export type ValuesOf<Group> =
  Group extends Variable<infer Value> ? Value : { readonly [Key in keyof Group]: ValuesOf<Group[Key]> };

/** Variables that cannot be used; the message has one line for each, with an example that would work. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * The values of variables, or their fallbacks. Space around a text does not count, and an empty one counts as not set.
 *
 * @throws {EnvironmentError} naming every variable that cannot be used, what was there unless it is a secret, and one that could.
 */
export function readVariables<Group extends Variables>(environment: Environment, variables: Group): ValuesOf<Group> {
  const problems: string[] = [];
  const values = readGroup(environment, variables, problems);
  if (problems.length > 0) throw new EnvironmentError(problems.join('\n'));
  // Every member was read by its own schema or is its own fallback: the compiler cannot follow that through the groups.
  return values as ValuesOf<Group>;
}

function readGroup(
  environment: Environment,
  variables: Variables,
  problems: string[],
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(variables).map(([key, member]) => [
    key,
    isVariable(member) ? readOne(environment, member, problems) : readGroup(environment, member, problems),
  ]);
  // Entries of a key and what was read for it.
  return Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
}

function isVariable(member: Variable<unknown> | Variables): member is Variable<unknown> {
  return member['schema'] instanceof z.ZodType;
}

function readOne(environment: Environment, variable: Variable<unknown>, problems: string[]): unknown {
  const text = textOf(environment, variable);
  if (text === '' && 'fallback' in variable) return variable.fallback;
  const read = variable.schema.safeParse(text);
  if (!read.success || text === '') problems.push(describeProblem(variable, text));
  return read.data;
}

/** What is set for a variable, without the space around it; empty where nothing is, or where it comes from another tool. Never throws. */
export function textOf(environment: Environment, { name, isForeign }: Variable<unknown>): string {
  const text = environment[name]?.trim() ?? '';
  return isForeign?.(text) === true ? '' : text;
}

/** All variables of a program, without their groups, in their order. Never throws. */
export function listVariables(variables: Variables): readonly Variable<unknown>[] {
  return Object.values(variables).flatMap((member) => (isVariable(member) ? [member] : listVariables(member)));
}

function describeProblem(
  { name, expected, example, isSecret = false, explain }: Variable<unknown>,
  text: string,
): string {
  const reason = text === '' ? null : (explain?.(text) ?? null);
  const remedy = `${reason === null ? '' : `: ${reason}`}. Example: ${name}=${example}`;
  if (text === '') return `${name} is missing: it must be ${expected}${remedy}`;
  return isSecret
    ? `${name} is ${expected.replace(/^an? /, 'no ')}${remedy}`
    : `${name} is "${withoutCredentials(text)}", but must be ${expected}${remedy}`;
}

/** A text without user and password, which a URL may name, whatever it is for. Never throws. */
export function withoutCredentials(text: string): string {
  return text.replaceAll(/[^/\s,]+@/g, '…@');
}
