import { type Borough, boroughs } from './boroughs.ts';

/** What an address leads to, with all that is chosen there. */
export type Place =
  | { readonly kind: 'start' }
  | { readonly kind: 'borough'; readonly borough: Borough; readonly months: Months }
  | { readonly kind: 'unknown'; readonly name: string };

/** How many of the newest periods of a monthly series are shown. */
export type Months = 24 | 48 | 120;

/** How far back a chart of months may reach, the default in the middle. */
export const monthChoices: readonly Months[] = [24, 48, 120];
const defaultMonths: Months = 48;

/**
 * The place that an address names. Never throws.
 *
 * @param path - The path below the page's own root: `borough/hackney`, with or without a slash at its end.
 * @param query - The query string, with or without `?`.
 */
export function readPlace(path: string, query: string): Place {
  const [folder = '', written = ''] = path.split('/');
  if (folder === '' && written === '') return { kind: 'start' };
  const name = decode(written);
  const borough = folder === 'borough' ? findBorough(name) : undefined;
  if (borough === undefined) return { kind: 'unknown', name: folder === 'borough' ? name : path };
  const asked = Number(new URLSearchParams(query).get('months'));
  return { kind: 'borough', borough, months: monthChoices.find((each) => each === asked) ?? defaultMonths };
}

/** The path and query, below the page's root, of a borough's page: `borough/hackney?months=24`; nothing that is the default. */
export function writeBoroughAddress(borough: Borough, months: Months = defaultMonths): string {
  const path = `borough/${slugOf(borough.name)}`;
  return months === defaultMonths ? path : `${path}?months=${months}`;
}

/** The borough that somebody means by a code, a name, or a name as addresses have it; in any case, with "&" for "and". */
export function findBorough(text: string): Borough | undefined {
  const slug = slugOf(text);
  return (
    boroughs.find(({ code, name }) => code.toLowerCase() === slug || slugOf(name) === slug) ??
    boroughs.find(({ aliases }) => aliases.some((alias) => slugOf(alias) === slug))
  );
}

function slugOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** What somebody has typed into an address need not be well formed. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
