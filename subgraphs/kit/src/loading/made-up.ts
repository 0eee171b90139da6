import type { Reading } from '../statistics/observation.ts';
import type { ReleaseDraft } from '../datasets/release-draft.ts';
import { FileProblem } from '../files/row-problem.ts';

/**
 * Whether a file says of each of its figures that it is made up, by the flag SYNTHETIC: then the release is, and gives way to any that is
 * not.
 *
 * @throws {FileProblem} when it says so of some: what is made up stands in no release with what is not.
 */
export function isMadeUp(draft: Pick<ReleaseDraft, 'series'>, name: string): boolean {
  let [madeUp, others] = [0, 0];
  for (const { readings } of draft.series.values())
    for (const reading of readings.values())
      if (isSynthetic(reading)) madeUp += 1;
      else others += 1;
  if (madeUp === 0 || others === 0) return madeUp > 0;
  throw new FileProblem(
    `${name} says SYNTHETIC of ${madeUp} figures and not of ${others}: what is made up is loaded by itself, or not at all`,
  );
}

const isSynthetic = ({ flags }: Reading) => flags?.includes('SYNTHETIC') === true;
