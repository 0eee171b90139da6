import { type Dimensions, dimensionKey, dimensionsOf } from '../statistics/dimensions.ts';

/** What points at an indicator: its id, the area for which it was asked, and the dimension values to which it is narrowed. */
export interface LinkedIndicator {
  readonly id: string;
  /** The code of an area. @default none was named */
  readonly askedAt?: string;
  /** @default {} */
  readonly narrowedTo?: Dimensions;
}

/** Before the code of an area, which no key of dimensions has. */
const at = '@';

/** The text by which one agency points at an indicator of another: `knife-crime @E09000012 subset=with-injury`. Never throws. */
export function linkOf({ id, askedAt, narrowedTo = {} }: LinkedIndicator): string {
  const parts = [id, askedAt === undefined ? '' : `${at}${askedAt}`, dimensionKey(narrowedTo)];
  return parts.filter((part) => part !== '').join(' ');
}

/** What such a text points at. Never throws: an id that there is not is nobody's. */
export function readLink(link: string): LinkedIndicator {
  const [id = '', ...parts] = link.split(' ');
  const [place] = parts.filter((part) => part.startsWith(at));
  const narrowing = parts.filter((part) => !part.startsWith(at)).join(' ');
  return {
    id,
    ...(place === undefined ? {} : { askedAt: place.slice(at.length) }),
    ...(narrowing === '' ? {} : { narrowedTo: dimensionsOf(narrowing) }),
  };
}
