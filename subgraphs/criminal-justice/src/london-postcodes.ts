/*
 * Postcodes that tell that an address is in Greater London.
 *
 * Source: Office for National Statistics, National Statistics Postcode Lookup: the areas of the London post town, and those
 * districts of the areas around it in which the courts of 2015 stand. A district that is not here is not known to lie in London.
 */
const areas: ReadonlySet<string> = new Set(['E', 'EC', 'N', 'NW', 'SE', 'SW', 'W', 'WC']);
const districts: ReadonlySet<string> = new Set([
  'BR1',
  'CR9',
  'DA6',
  'HA1',
  'IG6',
  'KT1',
  'RM1',
  'TW7',
  'TW8',
  'TW9',
  'TW13',
  'UB4',
  'UB8',
]);

/** Area, district and the rest of a postcode, without its space, which registers put anywhere: `SW 11 1JU`. */
const postcode = /^(?<area>[A-Z]{1,2})(?<number>\d[A-Z\d]?)\d[A-Z]{2}$/;

/** Whether a postcode is known to lie in Greater London; null for a text that is no postcode. Never throws. */
export function isInLondon(text: string): boolean | null {
  const parts = postcode.exec(text.toUpperCase().replaceAll(/[^A-Z\d]/g, ''))?.groups;
  if (parts === undefined) return null;
  const { area = '', number = '' } = parts;
  return areas.has(area) || districts.has(area + number);
}
