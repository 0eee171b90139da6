import type { FrameworkRecord } from './framework.ts';
import { readFramework } from './framework-file.ts';

/**
 * Every framework that London's policing and crime partners were given, oldest first.
 *
 * They contradict each other on purpose: that of 2013 sets numbers, that of 2017 forbids them, that of 2022 adds a baseline.
 */
export const frameworks: readonly FrameworkRecord[] = [
  'police-and-crime-plan-2013-16.yaml',
  'committee-recommendations-2017.yaml',
  'police-and-crime-plan-2017-21.yaml',
  'commitments-2017-21.yaml',
  'met-business-plan-2017-18.yaml',
  'committee-recommendations-2022.yaml',
  'police-and-crime-plan-2022-25.yaml',
].map(readFramework);

/** The framework with this id. @throws where there is none. */
export function frameworkWithId(id: string): FrameworkRecord {
  const found = frameworks.find((framework) => framework.id === id);
  if (found === undefined)
    throw new Error(`there is no framework "${id}": expected one of ${frameworks.map((each) => each.id).join(', ')}`);
  return found;
}
