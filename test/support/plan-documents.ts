import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishedFile } from './published-files.ts';

/** The inventory of the documents of the plans, which lie beside it; null where they are not at hand. */
export const inventoryPath = publishedFile('../sources/inventory.md');

/** How the names of the extracts begin, by how the titles of the documents do. */
const extracts: readonly (readonly [title: string, prefix: string])[] = [
  ['Draft Police and Crime Plan', '002_'],
  ['Business Plan', '001_'],
  ['Letter of the Deputy Mayor', '003_'],
];
const prefixOf = (title: string) =>
  extracts.find(([start]) => title.startsWith(start))?.[1] ?? (title.includes('PCD 168') ? '000_' : '004_');

const linesOfExtract = new Map<string, readonly string[]>();
function extract(prefix: string): readonly string[] {
  const known = linesOfExtract.get(prefix);
  if (known !== undefined) return known;
  const folder = dirname(inventoryPath ?? '');
  const name = readdirSync(folder).find((file) => file.startsWith(prefix)) ?? '';
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  linesOfExtract.set(prefix, lines);
  return lines;
}

/** The lines that a source cites, in its order. */
export function citedLines(source: string): readonly string[] {
  return source.split(/(?<= of the text extract); /).flatMap((place) => {
    const [, title = '', places = ''] = /^(.*), lines? (.*) of the text extract$/.exec(place) ?? [];
    const lines = extract(prefixOf(title));
    return places.split(', ').flatMap((range) => {
      const [first = '', last = first] = range.split('-');
      return lines.slice(Number(first) - 1, Number(last));
    });
  });
}

/** Letters and digits alone: extracts break words at hyphens and lose quotation marks. */
const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9£]/g, '');

/** True where each stretch of the words stands in the cited lines, across the columns of a table or in the first alone. */
export function isQuoted(text: string, source: string): boolean {
  const lines = citedLines(source);
  const whole = plain(lines.join(' '));
  const firstCells = plain(lines.map((line) => line.split('\t')[0]).join(' '));
  return text.split('…').every((stretch) => [whole, firstCells].some((cited) => cited.includes(plain(stretch))));
}
