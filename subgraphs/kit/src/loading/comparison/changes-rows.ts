import { areaByCode } from '../../geography/areas.ts';
import { distanceOf, type IndicatorChanges } from './cell-changes.ts';
import { nameFigure } from './unusual-revision.ts';

/** The headings of a table of changes: what is told of each indicator. */
export const changesHeadings = [
  'indicator',
  'new',
  'same',
  'changed',
  'by, middle',
  'by, at most',
  'gone',
  'withheld',
  'rounded',
  'restricted',
] as const;

/** The cells of a table of changes, one row an indicator, under `changesHeadings`. Never throws. */
export function changesRows(changes: readonly IndicatorChanges[]): readonly (readonly string[])[] {
  return changes.map(({ indicator, added, same, changed, gone, withheld, rounded, restricted }) => {
    const counts = [added, same, changed.length].map(number);
    const middle = changed[Math.floor(changed.length / 2)];
    const far = [middle, changed[0]].map((figure) => (figure === undefined ? '' : share(distanceOf(figure))));
    return [indicator.id, ...counts, ...far, ...[gone, withheld, rounded, restricted].map(number)];
  });
}

/** Figures and places that are named for an indicator; the rest is counted. */
const namedAtMost = 3;

/** What is told beside the table: the farthest changes, and the places of which figures are gone. Never throws. */
export function changesRemarks(changes: readonly IndicatorChanges[], mayNameFigures: boolean): readonly string[] {
  return changes.flatMap((each) => [
    ...(each.changed.length === 0 || !mayNameFigures
      ? []
      : [
          `changed most, ${each.indicator.id}: ${each.changed
            .slice(0, namedAtMost)
            .map((figure) => nameFigure(each, figure))
            .join('; ')}`,
        ]),
    ...(each.hidden === 0
      ? []
      : [`shown until now and withheld with it, ${each.indicator.id}: ${number(each.hidden)} figures`]),
    ...(each.gone === 0 ? [] : [`gone, ${each.indicator.id}: ${named(each.gonePlaces)}`]),
  ]);
}

function named(places: readonly string[]): string {
  const names = places.slice(0, namedAtMost).map((place) => areaByCode(place)?.name ?? place);
  const rest = places.length - names.length;
  return `${names.join(', ')}${rest > 0 ? ` and ${number(rest)} more places` : ''}`;
}

const number = (value: number) => value.toLocaleString('en-GB');
/** Of the greater of the two figures. */
const share = (distance: number) => `${(distance * 100).toFixed(1)}%`;
