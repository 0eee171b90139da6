import { expect, it } from 'vitest';
import { startRunningSubgraph } from '@boroughgraph/test/support/running-subgraph.ts';
import { subgraph } from './subgraph.ts';

it('Residents of a year are those that the ONS estimates, of its newest edition, and of the GLA where it has none', async () => {
  await using agency = await startRunningSubgraph(subgraph);
  const profiles = 'Code,Area_name,GLA_Population_Estimate_2017\nE09000012,Hackney,274001\n';
  const files = [
    { dataset: 'borough-profiles', name: 'profiles.csv', text: profiles, publishedAt: '2017-01-01' },
    {
      dataset: 'mid-year-population-estimates',
      name: 'old.csv',
      text: 'lacode20,laname20,country,population_2016,population_2018\nE09000012,Hackney,E,270000,290000\n',
      publishedAt: '2021-06-25',
    },
    {
      dataset: 'mid-year-population-estimates',
      name: 'mye4.csv',
      text: 'Code,Name,Geography,Mid-2018\nE09000012,Hackney,B,260000\nE12000007,LONDON,R,9000000\n',
      publishedAt: '2025-09-26',
    },
    {
      dataset: 'mid-year-population-estimates',
      name: 'mye7.csv',
      text: 'Code,Name,2018 Mid-year estimate,2018 Bias adjusted 95% confidence interval - lower bound,2018 Bias adjusted 95% confidence interval - upper bound\nE09000012,Hackney,260000,255000,265000\n',
      publishedAt: '2025-09-26',
    },
  ];
  for (const file of files) expect(await agency.load(file)).toMatchObject({ outcome: 'loaded', rowsRejected: 0 });
  const { data, errors } = await agency.ask(`{
    borough(code: "E09000012") { populationEstimates { year persons source } }
    area(code: "E12000007") { populationEstimates { year persons } }
    localAuthority { indicator(id: "mid-year-population") { series(area: "E09000012") { latest { value flags lower upper } } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    borough: {
      populationEstimates: [
        { year: 2016, persons: 270_000, source: 'ONS mid-year population estimate 2016' },
        { year: 2017, persons: 274_001, source: 'GLA population estimate 2017' },
        { year: 2018, persons: 260_000, source: 'ONS mid-year population estimate 2018' },
      ],
    },
    // The sheet of intervals, of the same day, has no row of London: it takes nothing away.
    area: { populationEstimates: [{ year: 2018, persons: 9_000_000 }] },
    localAuthority: {
      indicator: { series: { latest: { value: 260_000, flags: ['REVISED'], lower: 255_000, upper: 265_000 } } },
    },
  });
});
