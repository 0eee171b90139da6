import type { PathPattern, ResponsePath } from '../../errors/response-path.ts';
import { isResultObject, readOwn, type ResultObject } from '../result-object.ts';

/** The objects at a place of what is known so far, in the order of the lists on the way; `@` stands for every element of one. */
export function findEntities(root: ResultObject, place: PathPattern): readonly ResultObject[] {
  const found: ResultObject[] = [];
  gather({ value: root, depth: 0 }, place, found);
  return found;
}

interface Step {
  readonly value: unknown;
  readonly depth: number;
}

function gather({ value, depth }: Step, place: PathPattern, found: ResultObject[]): void {
  const step = place[depth];
  if (Array.isArray(value)) {
    const next = step === '@' ? depth + 1 : depth;
    for (const element of value as readonly unknown[]) gather({ value: element, depth: next }, place, found);
  } else if (isResultObject(value)) {
    if (step === undefined) found.push(value);
    else if (typeof step === 'string') gather({ value: readOwn(value, step), depth: depth + 1 }, place, found);
  }
}

/** Where in the response each of the objects is that {@link findEntities} finds, in the same order. */
export function placeEntities(root: ResultObject, place: PathPattern): readonly ResponsePath[] {
  const paths: ResponsePath[] = [];
  trace({ value: root, depth: 0, path: [] }, place, paths);
  return paths;
}

function trace({ value, depth, path }: Step & { path: ResponsePath }, place: PathPattern, paths: ResponsePath[]): void {
  const step = place[depth];
  if (Array.isArray(value)) {
    const next = step === '@' ? depth + 1 : depth;
    for (const [index, element] of (value as readonly unknown[]).entries())
      trace({ value: element, depth: next, path: [...path, index] }, place, paths);
  } else if (isResultObject(value)) {
    if (step === undefined) paths.push(path);
    else if (typeof step === 'string')
      trace({ value: readOwn(value, step), depth: depth + 1, path: [...path, step] }, place, paths);
  }
}
