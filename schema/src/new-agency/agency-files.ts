import { readdirSync, readFileSync } from 'node:fs';
import type { MadeFile } from '../made-files.ts';
import { agencyWords, type NewAgency } from './agency-words.ts';

const template = new URL('./template/', import.meta.url);
const ending = '.txt';
const word = /«([^»]+)»/g;

/**
 * The files of a new agency, by their paths in its folder: those of the template with the agency's words in them.
 *
 * @throws {Error} when the template has a word that no agency has.
 */
export function agencyFiles(agency: NewAgency): readonly MadeFile[] {
  const words = agencyWords(agency);
  const paths = readdirSync(template, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));
  return paths.toSorted().map((path) => ({
    path: path.slice(0, -ending.length).replace('datasets/dataset.', `datasets/${agency.dataset}.`),
    content: readFileSync(new URL(path, template), 'utf8').replaceAll(word, (whole, named: string) => {
      const found = words.get(named);
      if (found === undefined) throw new Error(`${path} of the template has the word ${whole}, which no agency has`);
      return found;
    }),
  }));
}
