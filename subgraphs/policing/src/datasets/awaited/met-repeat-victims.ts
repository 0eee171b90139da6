import { awaitedDataset, partnerPolicy } from '@boroughgraph/kit/datasets/awaited-dataset.ts';
import type { DatasetDefinition } from '@boroughgraph/kit/datasets/dataset.ts';
import type { Structure } from '@boroughgraph/kit/disclosure/structure.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { connect, flagsInConnect } from '../../breaks.ts';
import { metPlaces } from '../../met-places.ts';
import { mayorsOffice } from '../../publishers.ts';

/** A repeat victim of one kind of crime is one of the wider kind. */
const within = (whole: string, part: string): Structure => ({
  kind: 'subset',
  whole: { indicator: whole },
  part: { indicator: part },
});

const inCommon = {
  polarity: 'LOW_IS_GOOD',
  attributionBasis: 'PLACE_OF_OFFENCE',
  ...metPlaces,
  grid: { type: 'ROLLING_12_MONTHS' },
  breaks: [connect],
} as const;

/** Repeat victims of one kind of crime; `of` completes "a victim of …". */
const repeatVictims = ({
  of,
  ...rest
}: Pick<IndicatorDefinition, 'id' | 'name' | 'breaks'> & { readonly of: string }) => ({
  ...inCommon,
  definition: `People who were a victim of ${of} recorded by the Metropolitan Police at least twice within 12 months, each counted once, in windows of 12 months.`,
  unit: 'PEOPLE' as const,
  additivity: 'NON_ADDITIVE' as const,
  ...rest,
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
    repeatVictims({ id: 'repeat-victims', name: 'Repeat victims', of: 'an offence' }),
    {
      id: 'repeat-victim-share',
      name: 'Share of victims who are repeat victims',
      definition: 'Repeat victims in percent of all victims in 12 months.',
      unit: 'PERCENT',
      ...inCommon,
    },
    repeatVictims({
      id: 'high-harm-repeat-victims',
      name: 'Repeat victims of high-harm crime',
      of: 'sexual violence, domestic abuse, child sexual exploitation, weapon-based crime or hate crime',
    }),
    repeatVictims({
      id: 'domestic-abuse-repeat-victims',
      name: 'Repeat victims of domestic abuse',
      of: 'domestic abuse',
      breaks: [flagsInConnect],
    }),
    repeatVictims({
      id: 'sexual-violence-repeat-victims',
      name: 'Repeat victims of sexual violence',
      of: 'sexual violence',
    }),
    repeatVictims({
      id: 'hate-crime-repeat-victims',
      name: 'Repeat victims of hate crime',
      of: 'hate crime',
      breaks: [flagsInConnect],
    }),
    repeatVictims({
      id: 'knife-crime-repeat-victims',
      name: 'Repeat victims of knife crime',
      of: 'knife crime',
    }),
    repeatVictims({
      id: 'harmful-practices-repeat-victims',
      name: 'Repeat victims of harmful practices',
      of: 'genital mutilation, forced marriage or abuse in the name of "honour"',
    }),
  ],
});
