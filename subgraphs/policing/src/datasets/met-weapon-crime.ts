import { awaitedDataset } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import { dimension, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';
import { connect } from '../breaks.ts';
import { knifeCrimeBaselines } from '../framework-baselines.ts';
import { metPlaces } from '../met-places.ts';
import { openCounts, otherCrimeSource, otherCrimeTable } from '../other-crime-table.ts';
import { metropolitanPolice } from '../publishers.ts';

const robbery = 'Robbery of personal property';
const injuryAtRobbery = 'With injury, robbery of personal property';
const subsets = dimension('subset', 'Part', [
  'With injury',
  injuryAtRobbery,
  'Victim under 25, not domestic abuse',
  'Gang related',
]);
const gunSubsets = dimension('subset', 'Part', [robbery]);

const serious: SeriesBreak = {
  at: '2008-04-01',
  kind: 'DEFINITION',
  note: 'What counts as serious knife crime was redefined step by step from 2007 to 2009: there is no long series.',
  source: 'Home Affairs Committee, session 2008-09, memorandum on knife crime statistics',
};

/**
 * Source: Metropolitan Police Authority, briefing on knife crime, March 2009; Mayor's question 2012/0934.
 */
const definitions = awaitedDataset({
  id: 'met-weapon-crime',
  title: 'Knife and gun crime',
  publisher: metropolitanPolice,
  description: 'Offences with knives and guns, by borough and month.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: openCounts,
  indicators: [
    {
      id: 'knife-crime',
      partOf: [{ indicator: 'recorded-crime' }],
      name: 'Knife crime',
      alsoCalled: ['knives', 'stabbings', 'stabbing', 'knife', 'bladed weapons', 'knife offences', 'blade crime'],
      definition:
        'Homicide, attempted murder, threats to kill, assault with injury, sexual assault, rape and robbery recorded by the Metropolitan Police in which a knife or sharp instrument was used, threatened or intimated. Possession and seizures are not in it.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      baselines: knifeCrimeBaselines,
      grid: { type: 'MONTH' },
      hasSeams: true,
      dimensions: [subsets],
      breaks: [serious, connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A flag is set on offences of any group: they are part of recorded crime already, and flags overlap each other. Never add them.',
        },
        {
          severity: 'CAUTION',
          text: 'Most knife crime is neither of gangs nor of young people: show the parts beside the total.',
        },
      ],
    },
    {
      id: 'gun-crime',
      partOf: [{ indicator: 'recorded-crime' }],
      name: 'Gun crime',
      alsoCalled: ['guns', 'shootings', 'firearms', 'gun', 'firearm offences'],
      definition:
        'Offences recorded by the Metropolitan Police in which a firearm was fired, used to threaten or to strike, or intimated. Possession is not in it.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      hasSeams: true,
      dimensions: [gunSubsets],
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A flag is set on offences of any group: they are part of recorded crime already, and flags overlap each other. Never add them.',
        },
      ],
    },
    {
      id: 'lethal-barrelled-discharges',
      partOf: [{ indicator: 'recorded-crime' }],
      name: 'Discharges of lethal barrelled weapons',
      alsoCalled: ['shootings', 'shots fired', 'gun discharges'],
      definition:
        'Gun crimes recorded by the Metropolitan Police in which a lethal barrelled weapon was fired. Offences are counted, of which one shot may be several.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      hasSeams: true,
      breaks: [connect],
      caveats: [{ severity: 'CAUTION', text: 'Few happen in a borough: one more or less is chance.' }],
    },
    {
      id: 'weapon-based-crime',
      awaitsFile: true,
      name: 'Weapon-based crime',
      alsoCalled: ['weapons', 'weapon crime'],
      definition:
        'Knife crime and gun crime together, each offence once: one of the mandatory high-harm crimes of the Police and Crime Plan 2017-21.',
      unit: 'OFFENCES',
      // Plans measure it with other high-harm crime, of which a rise may be more that is found or reported.
      polarity: 'REPORTING_VOLUME',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      hasSeams: true,
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A flag is set on offences of any group: they are part of recorded crime already, and flags overlap each other. Never add them.',
        },
      ],
    },
    {
      id: 'gang-related-violence',
      awaitsFile: true,
      name: 'Gang-related violence',
      alsoCalled: ['gangs', 'gang crime', 'gang violence'],
      definition:
        'Violent offences recorded by the Metropolitan Police and flagged by an officer as related to a gang.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
      hasSeams: true,
      breaks: [connect],
      caveats: [
        {
          severity: 'CAUTION',
          text: 'A flag is set on offences of any group: they are part of recorded crime already, and flags overlap each other. Never add them.',
        },
        { severity: 'CAUTION', text: 'The flag is an opinion of the officer who sets it, and is set unevenly.' },
      ],
    },
  ],
});

const knife = { indicator: 'knife-crime' };
const gun = { indicator: 'gun-crime' };

export const dataset: DatasetDefinition = {
  ...definitions,
  ...otherCrimeSource,
  formats: [
    otherCrimeTable(definitions.indicators, {
      'Knife Crime': knife,
      'Knife Crime With Injury': { ...knife, dimensions: { subset: 'with-injury' } },
      'Knife Crime with Injury Pers Robb': { ...knife, dimensions: { subset: slug(injuryAtRobbery) } },
      'Gun Crime': gun,
      'Gun Crime Personal Robbery': { ...gun, dimensions: { subset: slug(robbery) } },
      'Gun Crime Lethal Barrelled Discharged': { indicator: 'lethal-barrelled-discharges' },
    }),
  ],
};
