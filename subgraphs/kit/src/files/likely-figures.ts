import { isShortened, parseNumber } from './numbers.ts';

/** What stands before or behind a number that is marked: `~12`, `£12`, `12r`, `12 [p]`, `12*`, `12¹`, `12 (note 1)`. */
const before = /^(?:[~≈£€$'=]|c\.)\s*/i;
const behind = /(?:(?<=\d)\s*(?:[a-z]|[*†‡§]|[¹²³⁰-⁹]+)|\s*(?:\[[^\]]*\]|(?<=\d)\s*\((?:note )?[a-z0-9]+\)))+$/i;

/** Texts that say that there is no figure, and by which symbol of the service that would be said. */
const absences: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['n/a', '#n/a', 'na', 'nan', 'null', 'none', 'missing', 'not available', '.', '...', '…'].map((text) => [
      text,
      ['[x]'],
    ]),
  ),
  // A dash is zero to some, and nothing to others.
  ...Object.fromEntries(['-', '–', '—', '−', '--'].map((text) => [text, ['0', '[x]', '[z]']])),
  nil: ['0'],
};

/**
 * What would be read in place of a text that is no figure: the number that it holds (`12r`, `−5`, `1 203`, `(12)`), or the symbols of `known` that
 * may stand for it. They are for a person to choose from, and nothing is read by them. Empty where nothing is near. Never throws.
 */
export function likelyFigures(text: string, known: readonly string[]): readonly string[] {
  if (isShortened(text.trim())) return ['all digits of what a spreadsheet has shortened'];
  const absence = absences[text.trim().toLowerCase()];
  if (absence !== undefined) return absence.filter((symbol) => symbol === '0' || known.includes(symbol));
  const bare = text
    .normalize('NFKC')
    .replaceAll(/[\u200B\u00AD\uFEFF]/g, '')
    .trim()
    .replace(/^[−–—]\s*/, '-');
  const [, bracketed] = /^\(\s*([\d.,\s]+)\)$/.exec(bare) ?? [];
  if (bracketed !== undefined) return numbersIn(`-${bracketed}`);
  return numbersIn(
    text
      .trim()
      .replace(/^[−–—]\s*/, '-')
      .replace(before, '')
      .replace(behind, ''),
  );
}

/** A number whose thousands are parted by spaces, apostrophes or nothing. */
function numbersIn(text: string): readonly string[] {
  const joined = text
    .normalize('NFKC')
    .replaceAll(/[\u200B\u00AD\uFEFF]/g, '')
    .replaceAll(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/g, '')
    .trim();
  const number = parseNumber(joined);
  return number === null ? [] : [String(number)];
}
