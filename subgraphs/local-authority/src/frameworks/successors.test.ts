import { expect, it } from 'vitest';
import type { FrameworkRecord, MeasureRecord } from './framework.ts';
import { frameworks } from './frameworks.ts';
import { linksTo } from './indicator-links.ts';
import { successorsOf } from './successors.ts';

const policing = linksTo('policing');
const measure = (id: string, ...measuredBy: MeasureRecord['measuredBy']): MeasureRecord => ({
  id,
  kind: 'MEASURE',
  wording: `to measure ${id}`,
  theme: 'crime',
  polarity: null,
  baselines: [],
  targets: [],
  due: null,
  lead: null,
  source: 'a plan',
  collection: 'UNKNOWN',
  measuredBy,
});
const framework = (id: string, validFrom: string, ...measures: readonly MeasureRecord[]): FrameworkRecord => ({
  id,
  title: id,
  validFrom,
  validTo: null,
  hasNumericTargets: false,
  source: 'a plan',
  themes: ['crime'],
  measures,
});

const robbery = policing('recorded-crime', { 'offence-group': 'robbery' });
const burglary = policing('recorded-crime', { 'offence-group': 'burglary' });

it('are measures of later frameworks that an indicator of it measures, too, the whole series or another part', () => {
  const all = [
    framework('same-time', '2013-04-01', measure('beside', robbery)),
    framework(
      'next',
      '2017-04-01',
      measure('robbed', robbery),
      measure('broken-into', burglary),
      measure('other', policing('knife-crime')),
    ),
  ];
  const found = successorsOf({ measuredBy: [robbery] }, { validTo: '2017-03-31' }, all);
  const of = (id: string, comparison: string) => ({
    framework: 'next',
    measure: id,
    wording: `to measure ${id}`,
    indicators: ['recorded-crime'],
    comparison,
  });
  expect(found).toEqual([of('robbed', 'SAME_SERIES'), of('broken-into', 'OTHER_PART')]);
});

it('are none of a framework that still holds, or of what nothing measures', () => {
  const next = [framework('next', '2017-04-01', measure('robbed', robbery))];
  expect(successorsOf({ measuredBy: [robbery] }, { validTo: null }, next)).toEqual([]);
  expect(successorsOf({ measuredBy: [] }, { validTo: '2017-03-31' }, next)).toEqual([]);
});

it('lead from 2013 through 2017 to 2022 for confidence', () => {
  const plan = frameworks.find(({ id }) => id === 'police-and-crime-plan-2013-16');
  const confidence = plan?.measures.find(({ id }) => id === 'f13-confidence');
  if (plan === undefined || confidence === undefined) throw new Error('there is such a measure');
  const found = successorsOf(confidence, plan, frameworks);
  expect(found.map(({ measure: id, comparison }) => `${id} ${comparison}`)).toEqual([
    'f17-public-perception SAME_SERIES',
    'm17-public-perception SAME_SERIES',
    'f22-trust-confidence SAME_SERIES',
  ]);
});
