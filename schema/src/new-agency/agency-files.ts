import { readdirSync, readFileSync } from 'node:fs';
import type { MadeFile } from '../made-files.ts';
import { projectRoot } from '../project-root.ts';
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
  const words = new Map([...agencyWords(agency), ...interfaceWords()]);
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

/** The fields of the interfaces that each agency implements, as the core has them now. */
function interfaceWords(): readonly (readonly [word: string, text: string])[] {
  const core = readFileSync(new URL('schema/core.graphql', projectRoot), 'utf8');
  const interfaces = core.matchAll(/^interface (\w+) [^{]*\{\n([^]*?)\n\}/gm);
  return [...interfaces].map(([, name = '', fields = '']) => [`fields of ${name}`, fields] as const);
}
