import { describe, expect, it } from 'vitest';
import type { ReadRelease } from '@boroughgraph/kit/inside/loading/read-release.ts';
import { readText } from '../support/read-text.ts';
import { agencies } from '../support/all-agencies.ts';

const agency = (name: string) => agencies.find((candidate) => candidate.name === name);

const offencesOfPolicing = () => {
  const recordedCrime = agency('policing')?.indicators.find(({ id }) => id === 'recorded-crime');
  return recordedCrime?.dimensions.flatMap(({ choices }) => choices.map(({ value }) => value)) ?? [];
};

/** Reads a list of local priorities that names an offence. */
function readList(offence: string): ReadRelease {
  const dataset = agency('local-authority')?.datasets.find(({ id }) => id === 'local-priorities');
  if (dataset === undefined) throw new Error('no dataset "local-priorities"');
  return readText({
    dataset,
    text: `borough,title,offence,valid_from,source\nHackney,Nothing,${offence},2017-04-01,Nobody\n`,
  });
}

describe('the crimes that a borough may choose', () => {
  it('are offence groups and offences by which recorded crime is broken down', () => {
    const chosen = [...new Set(offencesOfPolicing())].filter((offence) => readList(offence).rejected.length === 0);
    expect(readList('nothing').rejected).toMatchObject([
      { expected: `one of the ${chosen.length} that are known here` },
    ]);
  });
});
