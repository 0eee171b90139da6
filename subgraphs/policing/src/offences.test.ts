import { describe, expect, it } from 'vitest';
import { offenceGroupOf, offenceGroups, offenceOf, offenceOfArgument, offences } from './offences.ts';

describe('offence groups', () => {
  it('are the twelve that add to all recorded offences, then fraud passed on', () => {
    expect(offenceGroups.choices).toHaveLength(13);
    expect(offenceGroups.choices.at(-1)?.value).toBe('fraud-reported-to-nfib');
  });

  it.each([
    ['Arson and Criminal Damage', 'arson-and-criminal-damage'],
    ['ARSON AND CRIMINAL DAMAGE', 'arson-and-criminal-damage'],
    ['Historical Fraud and Forgery', 'fraud-and-forgery'],
    ['NFIB FRAUD', 'fraud-reported-to-nfib'],
    [' Theft ', 'theft'],
    ['Thefts', null],
    ['', null],
  ])('reads %j as %j', (label, value) => {
    expect(offenceGroupOf(label)).toBe(value);
  });
});

describe('offences', () => {
  it('lie each in one group, under an id of its own', () => {
    const groups = new Set(offenceGroups.choices.map(({ value }) => value));
    expect(offences.choices.filter(({ within }) => within === undefined || !groups.has(within))).toEqual([]);
    expect(new Set(offences.choices.map(({ value }) => value)).size).toBe(offences.choices.length);
  });

  it.each([
    ['drug-offences', 'Drug Trafficking', 'trafficking-of-drugs'],
    ['drug-offences', 'TRAFFICKING OF DRUGS', 'trafficking-of-drugs'],
    ['vehicle-offences', 'Theft from a Motor Vehicle', 'theft-from-a-vehicle'],
    ['theft', 'Theft from Person', 'theft-from-the-person'],
    [
      'public-order-offences',
      'Racially or Religiously Aggravated Public Fear, Al',
      'race-or-religious-agg-public-fear',
    ],
    [
      'public-order-offences',
      'Racially or Religiously Aggravated Public Fear, Alarm or Distress',
      'race-or-religious-agg-public-fear',
    ],
    ['violence-against-the-person', 'Violence without Injury', 'violence-without-injury'],
  ])('of %s include %j as %s', (group, label, offence) => {
    expect(offenceOf(group, label, true)).toEqual({ group, offence });
  });

  it('are wider where stalking and harassment are not counted apart', () => {
    expect(offenceOf('violence-against-the-person', 'VIOLENCE WITHOUT INJURY', false)?.offence).toBe(
      'violence-without-injury-with-stalking-and-harassment',
    );
  });

  it('are none of another group, and none that nobody listed', () => {
    expect(offenceOf('burglary', 'Shoplifting', true)).toBeNull();
    expect(offenceOf('theft', 'Piracy', true)).toBeNull();
    expect(offenceOf('theft', 'S', true)).toBeNull();
  });
});

describe('an argument', () => {
  it.each([
    ['shoplifting', 'theft', 'shoplifting'],
    ['drug-trafficking', 'drug-offences', 'trafficking-of-drugs'],
    ['burglary-residential', 'burglary', 'burglary-residential'],
  ])('%s means an offence by its id or by the id of another label', (value, group, offence) => {
    expect(offenceOfArgument(value)).toEqual({ group, offence });
  });

  it.each(['Shoplifting', 'piracy', ''])('%j means none', (value) => {
    expect(offenceOfArgument(value)).toBeNull();
  });
});
