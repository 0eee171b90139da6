import { areaByCode } from '../../geography/areas.ts';
import { periodAt } from '../../statistics/periods.ts';
import { type ChangedFigure, distanceOf, type IndicatorChanges } from './cell-changes.ts';

/**
 * A figure that moves by more than this share of the greater of the two has moved far. Publishers revise what they published by a few
 * percent; another subject, unit, column or place is farther away.
 */
const farShare = 0.25;
/** A load needs a word of a person where more than this share of the figures that it answers in the place of move far, or are gone. */
const mostShare = 0.5;
/** Of fewer figures every correction changes most: it is loaded without asking. */
const fewestOverlapped = 3;

/**
 * What is unusual in what a load changes, as a sentence with the figures and what to do; null where nothing is. It is judged by indicator, since a file may have others that stay.
 * To withhold what was shown needs no confirming. Of figures that nobody sees yet none is named. Never throws.
 */
export function unusualRevision(
  changes: readonly IndicatorChanges[],
  { mayNameFigures }: { readonly mayNameFigures: boolean },
): string | null {
  const unusual = changes.filter(isUnusual);
  if (unusual.length === 0) return null;
  const told = unusual.map((each) => tell(each, mayNameFigures)).join('; ');
  return `it is no usual revision of what it would answer in the place of: ${told}. Check the dataset, the columns, the unit and the periods of the file; where it is meant, load it with --confirm-revision`;
}

function isUnusual({ same, changed, gone }: IndicatorChanges): boolean {
  const overlapped = same + changed.length + gone;
  return overlapped >= fewestOverlapped && farIn(changed) + gone > overlapped * mostShare;
}

const farIn = (changed: readonly ChangedFigure[]) => changed.filter((figure) => distanceOf(figure) > farShare).length;

function tell(changes: IndicatorChanges, mayNameFigures: boolean): string {
  const { indicator, same, changed, gone } = changes;
  const [middle] = changed.slice(Math.floor(changed.length / 2));
  const parts = [
    ...(changed.length === 0
      ? []
      : [
          `${number(farIn(changed))} would change by more than ${percent(farShare)}${middle === undefined || !mayNameFigures ? '' : `, such as ${nameFigure(changes, middle)}`}`,
        ]),
    ...(gone === 0 ? [] : [`${number(gone)} would be gone`]),
  ];
  return `of ${number(same + changed.length + gone)} figures of ${indicator.id}, ${parts.join(', and ')}`;
}

/** A figure for people: `Hackney in FY2018-19 from 35 to 4`. Never throws. */
export function nameFigure(
  { indicator }: IndicatorChanges,
  { place, dimensionKey, ordinal, before, now }: ChangedFigure,
): string {
  const narrowed = dimensionKey === '' ? '' : ` (${dimensionKey})`;
  return `${areaByCode(place)?.name ?? place}${narrowed} in ${periodAt(indicator.grid, ordinal).id} from ${number(before)} to ${number(now)}`;
}

const number = (value: number) => value.toLocaleString('en-GB');
const percent = (share: number) => `${Math.round(share * 100)}%`;
