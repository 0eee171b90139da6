import { awaitedDataset } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import { dimension } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/statistics/disclosure/policy.ts';
import type { SeriesBreak } from '@boroughgraph/kit/statistics/indicator.ts';
import { connect } from '../breaks.ts';
import { metPlaces } from '../met-places.ts';
import { mayorsOffice } from '../publishers.ts';

const subsets = dimension('subset', 'Part', ['With injury', 'Victim under 25, not domestic abuse', 'Gang related']);

const serious: SeriesBreak = {
  at: '2008-04-01',
  kind: 'DEFINITION',
  note: 'What counts as serious knife crime was redefined step by step from 2007 to 2009: there is no long series.',
  source: 'Home Affairs Committee, session 2008-09, memorandum on knife crime statistics',
};

/**
 * Source: Metropolitan Police Authority, briefing on knife crime, March 2009; Mayor's question 2012/0934.
 */
export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-weapon-crime',
  title: 'Knife and gun crime',
  publisher: mayorsOffice,
  description: 'Offences with knives and guns, from the monthly crime dashboard.',
  accessTier: 'OPEN',
  frequency: 'Monthly',
  disclosurePolicy: disclosurePolicies.none,
  indicators: [
    {
      id: 'knife-crime',
      name: 'Knife crime',
      definition:
        'Homicide, attempted murder, threats to kill, assault with injury, sexual assault, rape and robbery recorded by the Metropolitan Police in which a knife or sharp instrument was used, threatened or intimated. Possession and seizures are not in it.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      additivity: 'OVERLAPPING',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
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
      name: 'Gun crime',
      definition:
        'Offences recorded by the Metropolitan Police in which a firearm was fired, used to threaten or to strike, or intimated. Possession is not in it.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
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
      name: 'Discharges of lethal barrelled weapons',
      definition: 'Incidents in which a lethal barrelled weapon was fired in public or at a person.',
      unit: 'INCIDENTS',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_INCIDENT',
      ...metPlaces,
      grid: { type: 'MONTH' },
      breaks: [connect],
      caveats: [{ severity: 'CAUTION', text: 'Few happen in a borough: one more or less is chance.' }],
    },
    {
      id: 'weapon-based-crime',
      name: 'Weapon-based crime',
      definition:
        'Knife crime and gun crime together, each offence once: one of the mandatory high-harm crimes of the Police and Crime Plan 2017-21.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
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
      name: 'Gang-related violence',
      definition:
        'Violent offences recorded by the Metropolitan Police and flagged by an officer as related to a gang.',
      unit: 'OFFENCES',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'MONTH' },
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
