import { restrictedScopeOf } from '@boroughgraph/schema/wire/viewer.ts';
import type { DatasetDefinition } from './dataset.ts';
import { hasRestrictedPart } from './open-part.ts';

/**
 * Years after its publication for which what is for named users is held, unless its publisher has agreed fewer. Six, as our rule: for so
 * long a claim can be brought over a decision that rested on it (Limitation Act 1980, sections 2 and 5).
 */
const restrictedYears = 6;

/** Years after its publication for which what is for named users in a dataset is held. Never throws. */
export function restrictedYearsOf({ keptYears = restrictedYears }: Pick<DatasetDefinition, 'keptYears'>): number {
  return keptYears;
}

/** For people: who sees what of a dataset of an agency, how others come to it, and for how long it is held. Never throws. */
export function describeAccess(dataset: DatasetDefinition, agency: string): string {
  const open =
    'Open to everybody, and held without limit: each release stays, as what was published, unless it is recalled.';
  const way = `for named users of organisations that have agreed with ${agency} about it, with the scope ${restrictedScopeOf(agency)} and a purpose of the agreement in x-purpose; everybody else sees WITHHELD_BY_TIER`;
  const years = restrictedYearsOf(dataset);
  if (dataset.accessTier !== 'OPEN')
    return `It is ${way}. ${years} years after a release was published it is recalled and its figures are deleted.`;
  if (!hasRestrictedPart(dataset)) return open;
  return `${open} What is by the kinds of area or the dimensions that its indicators restrict is ${way}. ${years} years after a release was published that part of it is deleted.`;
}
