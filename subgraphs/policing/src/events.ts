import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { DeclaredEvent } from '@boroughgraph/kit/statistics/series-event.ts';

/*
 * What happened while the police counted, where a document of the plans or a law ties it to what they count. Whether it moved a
 * figure is for the document to say, in its own words. None is a break: how they counted stayed the same.
 */

const plan = (lines: string) =>
  `Police and Crime Plan 2017-21 (Mayoral decision PCD 168), ${lines} of the text extract`;
const businessPlan = (lines: string) =>
  `Business Plan 2017-18 (Metropolitan Police Service), ${lines} of the text extract`;

/** Series of all strands that are counted, or of one of these. */
const ofStrands =
  (...strands: readonly string[]) =>
  ({ dimensions: { strand } }: { readonly dimensions: Dimensions }) =>
    strand === undefined || strands.includes(strand);

/** The boroughs of the two units, and the units: of wider areas they are a part. */
const pathfinders = [
  'E09000002',
  'E09000007',
  'E09000016',
  'E09000019',
  'E09000026',
  'basic-command-unit:central-north',
  'basic-command-unit:east-area',
];

/** Everything of which a source is at hand. */
export const events: readonly DeclaredEvent[] = [
  {
    indicators: ['knife-crime'],
    name: 'Operation Sceptre',
    kind: 'OPERATION',
    from: '2015-01-01',
    time: 'From 2015, every month in 2017-18',
    text: 'Operation Sceptre … initiated in 2015 … In 2017-18, we are significantly increasing knife crime activity from a limited number of annual operations to a continuous model running every month.',
    source: businessPlan('lines 347-356'),
  },
  {
    indicators: ['domestic-abuse-offences', 'domestic-abuse-incidents'],
    name: 'Controlling or coercive behaviour becomes an offence',
    kind: 'LAW',
    from: '2015-12-29',
    time: '29 December 2015',
    text: 'Repeated controlling or coercive behaviour in an intimate or family relationship is an offence from this day.',
    source: 'Serious Crime Act 2015, section 76',
  },
  {
    indicators: ['hate-crime'],
    name: 'Disability Hate Crime Matters',
    kind: 'CAMPAIGN',
    from: '2016-02-01',
    time: 'From February 2016',
    text: 'The specific increase in recorded disability hate crime reflects the impact of the Disability Hate Crime Matters campaign that ran from February 2016 to raise awareness of disability hate crime reporting with both officers and the public',
    source: businessPlan('line 446'),
    appliesTo: ofStrands('disability'),
  },
  {
    indicators: ['hate-crime'],
    name: 'Referendum on the European Union',
    kind: 'VOTE',
    from: '2016-06-23',
    to: '2016-06-23',
    time: '23 June 2016',
    text: 'In the weeks following the EU Referendum, reports of racial and religious hate crimes doubled.',
    source: plan('line 811'),
    appliesTo: ofStrands('race', 'racist-and-religious', 'faith', 'antisemitic', 'islamophobic'),
  },
  {
    indicators: null,
    name: 'Basic Command Units: two pathfinders',
    kind: 'REORGANISATION',
    from: '2017-01-01',
    time: 'From January 2017',
    text: "In January 2017, we started to implement a new structure in two parts of London: one 'pathfinder' covering Havering, Redbridge and Barking and Dagenham, the other one covering Camden and Islington.",
    source: businessPlan('line 789'),
    appliesTo: ({ place }) => pathfinders.includes(place),
  },
  {
    indicators: ['hate-crime'],
    name: 'Online Hate Crime Hub',
    kind: 'SERVICE',
    from: '2017-04-01',
    time: 'April 2017',
    text: 'The Online Hate Crime Hub is a multi-agency partnership launched in April 2017',
    source: businessPlan('line 464'),
  },
  {
    indicators: ['recorded-crime'],
    name: 'Campaign against theft of mopeds',
    kind: 'CAMPAIGN',
    from: '2017-06-01',
    to: '2017-06-30',
    time: 'June 2017',
    isPlanned: true,
    text: 'This will include a moped theft campaign in June.',
    source: businessPlan('line 1373'),
    appliesTo: ({ dimensions: { 'offence-group': group } }) => group === 'vehicle-offences',
  },
];
