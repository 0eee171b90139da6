import type { RequestContext } from '@boroughgraph/kit/series/context.ts';
import { stoodOn } from '@boroughgraph/kit/geography/area-record.ts';
import { linksTo } from '../frameworks/indicator-links.ts';
import { chosenPriorities, type ChosenPriority, prioritiesDatasetId } from '../local-priorities/chosen-priorities.ts';
import { documentedPriorities, wardsNotAsked } from '../local-priorities/documented-priorities.ts';
import { type MandatoryPriority, mandatoryPriorities } from '../local-priorities/mandatory-priorities.ts';
import { narrowingOf, priorityCrime } from '../local-priorities/priority-crimes.ts';
import { indicatorOf } from './measured-by.ts';

const policing = linksTo('policing');

/** The boroughs whose police the plan binds are all but this one. */
const cityOfLondon = 'E09000001';

/**
 * The priorities of a borough that stood on a day: those that it chose, then those that every borough has. Null where none is
 * known; the City of London, which has a police force of its own, has none.
 *
 * @throws {StoreUnavailable} when the store does not answer.
 */
export async function localPriorities(context: RequestContext, borough: string, day: string) {
  if (borough === cityOfLondon) return null;
  const chosen = await chosenPriorities(context, borough);
  const isSynthetic = chosen?.isSynthetic ?? false;
  const stands = ({ validFrom, validTo }: { readonly validFrom: string; readonly validTo: string | null }) =>
    stoodOn({ validFrom, validTo, notBefore: null }, day);
  const documented = documentedPriorities[borough] ?? [];
  const isKnown = chosen !== null && !isSynthetic;
  const own = [
    ...(isKnown ? [] : documented.map((priority) => ({ ...ofBorough(priority), isSynthetic: false }))),
    ...(chosen?.priorities ?? []).map((priority) => ({ ...ofBorough(priority), isSynthetic })),
  ].filter(stands);
  const ofAll = mandatoryPriorities.map(ofEveryBorough).filter(stands);
  // What is made up stands beside nothing that is real.
  const isReal = ofAll.length > 0 || own.some((priority) => !priority.isSynthetic);
  const shown = [...own, ...ofAll].filter((priority) => !(isReal && priority.isSynthetic));
  if (shown.some((priority) => priority.isSynthetic)) context.samples.add(prioritiesDatasetId);
  return shown.length === 0 ? null : shown;
}

function ofBorough({ offences, ...priority }: ChosenPriority) {
  const crimes = offences.flatMap((offence) => priorityCrime(offence) ?? []);
  const [only, ...others] = crimes;
  return {
    ...priority,
    isMandatory: false,
    dimensions: others.length === 0 ? (only?.narrowing ?? []) : [],
    measuredBy: crimes.map((crime) => indicatorOf(policing('recorded-crime', narrowingOf(crime)))),
  };
}

function ofEveryBorough({ measuredBy, ...priority }: MandatoryPriority) {
  return {
    ...priority,
    ...wardsNotAsked,
    meaning: null,
    isMandatory: true,
    isSynthetic: false,
    dimensions: [],
    measuredBy: [indicatorOf(measuredBy)],
  };
}
