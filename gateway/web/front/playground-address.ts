import { type Question } from './ask.ts';

/** The address of the playground, below the top, with an operation in it: behind `#`, so that no server is sent it. */
export function writePlaygroundAddress({ query, variables }: Question): string {
  const given = new URLSearchParams({ query });
  if (Object.keys(variables).length > 0) given.set('variables', JSON.stringify(variables, null, 2));
  return `playground#${given.toString()}`;
}
