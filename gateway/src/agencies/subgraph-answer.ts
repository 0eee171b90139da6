import { readJsonInTurns } from '@boroughgraph/schema/process/read-json.ts';
import { catalogueExtension } from '@boroughgraph/schema/wire/catalogue-state.ts';
import { maxAgencyErrors } from '@boroughgraph/schema/wire/limits.ts';
import { type TouchedDataset, touchedDatasets, touchedExtension } from '@boroughgraph/schema/wire/touched.ts';
import { hasUnsafeKey, isJsonObject, type JsonObject } from './json.ts';
import type { FetchShape, FieldShape, ObjectShape } from './fetch-shape.ts';
import { isFlawless } from './flawless-answers.ts';
import { maxAgencyMessage } from '../limits.ts';
import type { ResponsePath } from '../errors/response-path.ts';

// As deep as an operation of the most tokens can be; names and codes are the schema's.
const maxPathSteps = 200;
const maxPathStep = 200;
const maxCode = 100;

/** An agency's answer to one fetch, in which everything has the form that it should have. */
export interface SubgraphAnswer {
  /** Null when the agency says, in `errors`, that it has nothing to give. */
  readonly data: JsonObject | null;
  /** Whether the data is known to have no null that the schema denies. */
  readonly isFlawless: boolean;
  readonly errors: readonly SubgraphError[];
  /** How many more errors it reports. */
  readonly errorsLeftOut: number;
  /** The ids of the datasets of which, as it says, the answer has made-up figures. */
  readonly synthetic: readonly string[];
  /** What it has touched, as it says, that is not for everybody; null where it does not say. */
  readonly touched: readonly TouchedDataset[] | null;
  /** By which state of its catalogue it has answered, as it says; null where it does not say. */
  readonly catalogue: string | null;
}

/** The entities that an agency was asked about: how each may call itself. */
export interface AskedEntities {
  readonly count: number;
  readonly isKind: (position: number, typename: string) => boolean;
}

/** An error as an agency reports it; code and path are null where it gives none that make sense. */
export interface SubgraphError {
  readonly message: string;
  readonly code: string | null;
  readonly path: ResponsePath | null;
  readonly fault: ArgumentFault | null;
}

/** What an error says about an argument; null where it says nothing. */
export interface ArgumentFault {
  /** The name of the argument. */
  readonly argument: string | null;
  /** What stands in the place of a value that there is not. */
  readonly instead: string | null;
}

/** An answer that is not GraphQL, or not one to what was asked; the message says what is wrong with it, for the log. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

/**
 * The answer in `text`, checked in every part that decides whether it can be merged with those of other agencies: one
 * list where an object should be, and the executor would give up the whole response.
 *
 * `asked` are the entities that were asked about; they matter for entity fetches only.
 *
 * @throws {AnswerError} when the text is anything but an answer of the shape asked for.
 */
export async function readAnswer(text: string, shape: FetchShape, asked: AskedEntities): Promise<SubgraphAnswer> {
  const body = await readJson(text);
  if (!isJsonObject(body)) throw new AnswerError('The body is not a JSON object');
  if (hasUnsafeKey(text, body)) throw new AnswerError('The body has a key called __proto__, constructor or prototype');
  const { errors, errorsLeftOut } = readErrors(body['errors']);
  const data = readData(body['data'], errors.length > 0);
  const synthetic = readSynthetic(body['extensions']);
  const touched = readTouched(body['extensions']);
  const catalogue = readState(body['extensions']);
  const told = { errors, errorsLeftOut, synthetic, touched, catalogue };
  if (data === null) return { data, isFlawless: true, ...told };
  checkRootIsWhole(data, shape.root);
  const flawless = isFlawless(data, shape.root);
  if (!flawless) checkForm(data, shape.root);
  const read = shape.isEntityFetch ? readEntities(data, { asked, hasErrors: errors.length > 0 }) : data;
  return { data: read, isFlawless: flawless, ...told };
}

// More than any agency has; an id is some words.
const maxDatasets = 500;
const maxDatasetId = 200;

/** What is not a list of ids says nothing. */
function readSynthetic(extensions: unknown): readonly string[] {
  const named: unknown = isJsonObject(extensions) ? extensions['synthetic'] : null;
  if (!Array.isArray(named)) return [];
  const ids = named.filter((id: unknown): id is string => typeof id === 'string' && id.length <= maxDatasetId);
  return ids.slice(0, maxDatasets);
}

/** What has no such form says nothing. */
function readTouched(extensions: unknown): readonly TouchedDataset[] | null {
  const touched: unknown = isJsonObject(extensions) ? extensions[touchedExtension] : undefined;
  return touched === undefined ? null : (touchedDatasets.safeParse(touched).data ?? null);
}

function readState(extensions: unknown): string | null {
  const state: unknown = isJsonObject(extensions) ? extensions[catalogueExtension] : null;
  return typeof state === 'string' && state.length <= maxDatasetId ? state : null;
}

async function readJson(text: string): Promise<unknown> {
  try {
    return await readJsonInTurns(text);
  } catch (cause) {
    throw new AnswerError('The body is not JSON', { cause });
  }
}

function readErrors(errors: unknown): Pick<SubgraphAnswer, 'errors' | 'errorsLeftOut'> {
  if (errors === undefined || errors === null) return { errors: [], errorsLeftOut: 0 };
  if (!Array.isArray(errors)) throw new AnswerError('"errors" is not a list');
  const taken = errors.slice(0, maxAgencyErrors).map((error: unknown) => {
    if (!isJsonObject(error) || typeof error['message'] !== 'string')
      throw new AnswerError('"errors" has an element without a message');
    const extensions = isJsonObject(error['extensions']) ? error['extensions'] : {};
    const code = typeof extensions['code'] === 'string' ? extensions['code'].slice(0, maxCode) : null;
    const path = isPath(error['path']) ? error['path'] : null;
    return { message: shorten(error['message']), code, path, fault: readFault(extensions) };
  });
  return { errors: taken, errorsLeftOut: errors.length - taken.length };
}

function readFault({ argument, instead }: JsonObject): ArgumentFault | null {
  const fault = { argument: readShort(argument), instead: readShort(instead) };
  return fault.argument === null && fault.instead === null ? null : fault;
}

function readShort(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(0, maxPathStep) : null;
}

function shorten(message: string): string {
  const left = message.length - maxAgencyMessage;
  return left > 0 ? `${message.slice(0, maxAgencyMessage)}… (${left} characters are left out)` : message;
}

function isPath(path: unknown): path is ResponsePath {
  return (
    Array.isArray(path) &&
    path.length > 0 &&
    path.length <= maxPathSteps &&
    path.every(
      (step) => (typeof step === 'string' && step.length <= maxPathStep) || (Number.isInteger(step) && step >= 0),
    )
  );
}

function readData(data: unknown, hasErrors: boolean): JsonObject | null {
  if (isJsonObject(data)) return data;
  if ((data === null || data === undefined) && hasErrors) return null;
  throw new AnswerError('"data" is not an object, and no error says why');
}

/** A root field that is absent would be taken for null without a word. */
function checkRootIsWhole(data: JsonObject, root: ObjectShape): void {
  for (const [key, field] of root)
    if (field.isUnconditional && !Object.hasOwn(data, key)) throw new AnswerError(`"data" lacks "${key}"`);
}

function readEntities(data: JsonObject, expected: { asked: AskedEntities; hasErrors: boolean }): JsonObject | null {
  const entities = data['_entities'];
  if (entities === null && expected.hasErrors) return null;
  if (!Array.isArray(entities)) throw new AnswerError('"_entities" is not a list, and no error says why');
  const { count, isKind } = expected.asked;
  if (entities.length !== count)
    throw new AnswerError(`"_entities" has ${entities.length} elements for ${count} representations`);
  for (const [position, entity] of entities.entries()) {
    const typename: unknown = isJsonObject(entity) ? entity['__typename'] : undefined;
    if (typeof typename === 'string' && !isKind(position, typename))
      throw new AnswerError(`"_entities.${position}" is said to be of another kind than what was asked about`);
  }
  return data;
}

/** @throws {AnswerError} where the data of an answer, or an object in it, has not the form that was asked for; nulls are left to `findDeniedNulls`. */
export function checkForm(object: JsonObject, fields: ObjectShape): void {
  if (Object.hasOwn(object, '__typename') && typeof object['__typename'] !== 'string')
    throw new AnswerError('"__typename" is not a string');
  for (const [key, field] of fields) {
    const value = object[key];
    if (value !== null && value !== undefined) checkValue(value, key, field);
  }
}

function checkValue(value: unknown, key: string, field: FieldShape): void {
  const { listDepth, fields, possible } = field;
  if (listDepth > 0) {
    if (!Array.isArray(value)) throw new AnswerError(`"${key}" is not a list`);
    const item: FieldShape = { ...field, listDepth: listDepth - 1 };
    for (const element of value as unknown[]) if (element !== null) checkValue(element, key, item);
  } else if (fields !== null) {
    if (!isJsonObject(value)) throw new AnswerError(`"${key}" is not an object`);
    checkForm(value, fields);
  } else if (field.isTypename) {
    if (typeof value !== 'string' || possible?.has(value) === false)
      throw new AnswerError(`"${key}" is no kind of what was asked for there`);
  } else if (typeof value === 'object') {
    // No scalar of the graph is JSON; the executor would hand one that it has no code for, such as Date, to the client.
    throw new AnswerError(`"${key}" is neither text nor a number`);
  }
}
