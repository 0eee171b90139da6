import { readFileSync } from 'node:fs';

// Text and not code: they are of an agency that the project does not have.
const read = (name: string) => readFileSync(new URL(`files/${name}`, import.meta.url), 'utf8');

/** The dataset of the fifth agency: one indicator of boroughs, loaded in the tidy format. */
export const dataset = read('dataset.ts.txt');

/** A dataset for an agency that there is, of a publisher whom nothing else names. */
export const otherDataset = dataset
  .replaceAll('fires-attended', 'defibrillators')
  .replaceAll('Fires attended', 'Defibrillators')
  .replace('the London Fire Brigade', 'Lambeth Council');

/** A file of the dataset: Hackney, two years. Made up. */
export const tidyFile = read('fires.csv');

/** The resolvers of what the fifth agency adds to an area. */
export const resolvers = read('area.ts.txt');

/** What the fifth agency says of itself; the list between the marks is written. */
export const readme = read('README.md.txt');
