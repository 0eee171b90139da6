import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/import/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/import/dataset.ts';
import type { Structure } from '@boroughgraph/kit/statistics/disclosure/structure.ts';
import { connect, flagsInConnect } from '../breaks.ts';
import { metPlaces } from '../met-places.ts';
import { mayorsOffice } from '../publishers.ts';

/** A repeat victim of one kind of crime is one of the wider kind. */
const within = (whole: string, part: string): Structure => ({
  kind: 'subset',
  whole: { indicator: whole },
  part: { indicator: part },
});

/** Windows overlap, and a person may be a victim in two boroughs: nothing here adds up. */
export const dataset: DatasetDefinition = awaitedDataset({
  id: 'met-repeat-victims',
  title: 'Repeat victims',
  publisher: mayorsOffice,
  description: 'People who were victims of the same kind of crime again within 12 months.',
  accessTier: 'OPEN',
  frequency: 'Quarterly',
  disclosurePolicy: partnerPolicy,
  relations: [
    ...['high-harm', 'harmful-practices'].map((kind) => within('repeat-victims', `${kind}-repeat-victims`)),
    ...['domestic-abuse', 'sexual-violence', 'hate-crime', 'knife-crime'].map((kind) =>
      within('high-harm-repeat-victims', `${kind}-repeat-victims`),
    ),
    {
      kind: 'statistic',
      statistic: { indicator: 'repeat-victim-share' },
      count: { indicator: 'repeat-victims' },
    },
  ],
  indicators: [
    {
      id: 'repeat-victims',
      name: 'Repeat victims',
      definition:
        'People who were a victim of an offence recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
    {
      id: 'repeat-victim-share',
      name: 'Share of victims who are repeat victims',
      definition: 'Repeat victims in percent of all victims in 12 months.',
      unit: 'PERCENT',
      polarity: 'LOW_IS_GOOD',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
    {
      id: 'high-harm-repeat-victims',
      name: 'Repeat victims of high-harm crime',
      definition:
        'People who were a victim of sexual violence, domestic abuse, child sexual exploitation, weapon-based crime or hate crime recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
    {
      id: 'domestic-abuse-repeat-victims',
      name: 'Repeat victims of domestic abuse',
      definition:
        'People who were a victim of domestic abuse recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [flagsInConnect],
    },
    {
      id: 'sexual-violence-repeat-victims',
      name: 'Repeat victims of sexual violence',
      definition:
        'People who were a victim of sexual violence recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
    {
      id: 'hate-crime-repeat-victims',
      name: 'Repeat victims of hate crime',
      definition:
        'People who were a victim of hate crime recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [flagsInConnect],
    },
    {
      id: 'knife-crime-repeat-victims',
      name: 'Repeat victims of knife crime',
      definition:
        'People who were a victim of knife crime recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
    {
      id: 'harmful-practices-repeat-victims',
      name: 'Repeat victims of harmful practices',
      definition:
        'People who were a victim of genital mutilation, forced marriage or abuse in the name of "honour" recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.',
      unit: 'PEOPLE',
      polarity: 'LOW_IS_GOOD',
      additivity: 'NON_ADDITIVE',
      attributionBasis: 'PLACE_OF_OFFENCE',
      ...metPlaces,
      grid: { type: 'ROLLING_12_MONTHS' },
      breaks: [connect],
    },
  ],
});
