import { describe, expect, it } from 'vitest';
import { readText } from '../support/read-text.ts';
import { agencies } from '../support/all-agencies.ts';

const agency = (name: string) => agencies.find((candidate) => candidate.name === name);

/** The offences that a list of local priorities may name, as the message lists them that refuses another. */
function offencesOfLists(): readonly string[] {
  const dataset = agency('local-authority')?.datasets.find(({ id }) => id === 'local-priorities');
  if (dataset === undefined) throw new Error('no dataset "local-priorities"');
  const text = 'borough,title,offence,valid_from,source\nHackney,Nothing,nothing,2017-04-01,Nobody\n';
  const [refused] = readText({ dataset, text }).rejected;
  return (refused?.expected ?? '').replace(/^one of /, '').split(', ');
}

describe('the crimes that a borough may choose', () => {
  it('are offence groups and offences by which recorded crime is broken down', () => {
    const recordedCrime = agency('policing')?.indicators.find(({ id }) => id === 'recorded-crime');
    const known = recordedCrime?.dimensions.flatMap(({ choices }) => choices.map(({ value }) => value)) ?? [];
    const offences = offencesOfLists();
    expect(offences.length).toBeGreaterThan(10);
    expect(offences.filter((offence) => !known.includes(offence))).toEqual([]);
  });
});
