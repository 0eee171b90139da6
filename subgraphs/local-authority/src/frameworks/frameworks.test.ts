import { describe, expect, it } from 'vitest';
import { frameworks } from './frameworks.ts';

const measures = frameworks.flatMap((framework) => framework.measures);
const measure = (id: string) => measures.find((candidate) => candidate.id === id);
const sourcesOf = (id: string) =>
  measure(id)?.baselines.map(({ source }) => source.replace(/^.*\blines? | of .*$/g, ''));

describe('the frameworks', () => {
  it('are the seven that people write into dashboards, oldest first', () => {
    expect(frameworks.map(({ id, validFrom, validTo }) => [id, validFrom, validTo])).toEqual([
      ['police-and-crime-plan-2013-16', '2013-04-01', '2017-03-31'],
      ['committee-recommendations-2017', '2017-02-01', null],
      ['police-and-crime-plan-2017-21', '2017-04-01', '2021-03-31'],
      ['commitments-2017-21', '2017-04-01', '2021-03-31'],
      ['met-business-plan-2017-18', '2017-04-01', '2018-03-31'],
      ['committee-recommendations-2022', '2022-03-23', null],
      ['police-and-crime-plan-2022-25', '2022-04-01', '2025-03-31'],
    ]);
    expect(frameworks.map(({ validFrom }) => validFrom)).toEqual(
      frameworks.map(({ validFrom }) => validFrom).toSorted(),
    );
  });

  it('have as many measures of each kind as their documents', () => {
    const counts = frameworks.map(({ id, measures: own }) => {
      const kinds = Map.groupBy(own, ({ kind }) => kind);
      return [id, Object.fromEntries([...kinds].map(([kind, { length }]) => [kind, length]))];
    });
    expect(Object.fromEntries(counts)).toEqual({
      'police-and-crime-plan-2013-16': { MEASURE: 24, MILESTONE: 2 },
      'committee-recommendations-2017': { RECOMMENDATION: 13 },
      'police-and-crime-plan-2017-21': { MEASURE: 30 },
      // 90 commitments of the Plan's lists, and what can be measured beside them.
      'commitments-2017-21': { COMMITMENT: 90 + 33, STANDARD: 7, MEASURE: 13, MILESTONE: 1 },
      'met-business-plan-2017-18': { MEASURE: 20, MILESTONE: 84 },
      'committee-recommendations-2022': { RECOMMENDATION: 15 },
      'police-and-crime-plan-2022-25': { MEASURE: 3, STANDARD: 1, COMMITMENT: 3 },
    });
  });

  it('have themes in the order of their measures, each once', () => {
    expect(frameworks.find(({ id }) => id === 'police-and-crime-plan-2017-21')?.themes).toEqual([
      'police service',
      'criminal justice',
      'children and young people',
      'VAWG',
      'hatred and intolerance',
      'local policing',
      'monitoring',
    ]);
  });
});

describe('the measures', () => {
  it('have ids in kebab-case that name one measure each', () => {
    expect(measures.map(({ id }) => id).filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  });

  it('have targets only where the framework sets numbers', () => {
    const withTargets = frameworks.filter((framework) => framework.measures.some(({ targets }) => targets.length > 0));
    expect(withTargets.map(({ id }) => id)).toEqual(['police-and-crime-plan-2013-16']);
    expect(frameworks.filter(({ hasNumericTargets }) => hasNumericTargets)).toEqual(withTargets);
  });

  it('say of each statement where it stands', () => {
    const statements = measures.flatMap(({ wording, source, baselines, targets }) => [
      { text: wording, source },
      ...baselines,
      ...targets,
    ]);
    const place = /, (line \d+|lines \d+(-\d+)?(, \d+(-\d+)?)*) of the text extract(; |$)/;
    expect(statements.filter(({ text, source }) => text === '' || !place.test(source))).toEqual([]);
  });

  it('of the framework of 2017 that no indicator measures are named: what each borough chose', () => {
    const plan = frameworks.find(({ id }) => id === 'police-and-crime-plan-2017-21');
    const without = plan?.measures.filter(({ measuredBy }) => measuredBy.length === 0).map(({ id }) => id);
    expect(without).toEqual(['f17-local-priority']);
  });

  it('that nobody collects are named', () => {
    expect(measures.filter(({ collection }) => collection === 'NOT_COLLECTED').map(({ id }) => id)).toEqual([
      'f13-safety-index',
      'f17-court-satisfaction',
      'f17-hate-satisfaction-cjs',
      'c-dwo-interaction',
      'f22-young-people-qualitative',
    ]);
  });

  it('that say nothing of a direction, or are done or not, have no polarity', () => {
    const done = measures.filter(({ kind }) => kind === 'MILESTONE' || kind === 'RECOMMENDATION');
    expect(done.filter(({ polarity }) => polarity !== null)).toEqual([]);
    expect(measure('f17-all-recorded-crime')?.polarity).toBeNull();
    expect(measure('f17-da-reporting')?.polarity).toBe('REPORTING_VOLUME');
    expect(measure('f17-da-repeat')?.polarity).toBe('LOW_IS_GOOD');
  });

  it('are due on the last day of the quarter, by financial years', () => {
    expect(['ms-01', 'ms-05', 'ms-26', 'ms-84'].map((id) => [measure(id)?.due, measure(id)?.lead])).toEqual([
      ['2017-06-30', 'OMM'],
      ['2017-09-30', 'DMC'],
      ['2017-12-31', 'OMM'],
      ['2018-03-31', 'OMM'],
    ]);
    // "By December 2017" in the Plan is Q3 in the business plan.
    expect(measure('c-dwo-coverage')?.due).toBe(measure('ms-26')?.due);
  });

  it('are due on no day where a year alone is named', () => {
    expect(
      ['f13-snb', 'c-diversity-2020', 'c-estate-cost', 'recommendation-2022-7'].map((id) => measure(id)?.due),
    ).toEqual([null, null, null, null]);
  });

  it('have leads only where a table prints them', () => {
    const led = measures.filter(({ lead }) => lead !== null).map(({ id }) => id);
    expect(led).toEqual(measures.map(({ id }) => id).filter((id) => id.startsWith('ms-')));
  });

  it('set what documents contradict side by side, each with its source', () => {
    expect({
      court: sourcesOf('c-court-speed'),
      satisfaction: sourcesOf('f17-victim-satisfaction'),
      confidence: sourcesOf('f17-public-perception'),
      youngAdults: sourcesOf('f17-inequality-gap'),
      knifeInjury: sourcesOf('f17-young-victims'),
      gangs: sourcesOf('c-gang-violence'),
      slavery: sourcesOf('commitment-1805-7'),
      hate: sourcesOf('f17-hate-reporting'),
      savings: sourcesOf('c-savings-gap'),
      dropOut: sourcesOf('f17-vawg-attrition'),
      missing: sourcesOf('c-missing-repeat'),
      stalking: sourcesOf('c-stalking-reports'),
      workforce: sourcesOf('f17-representative-workforce'),
      buildings: sourcesOf('c-estate-cost'),
      rape: sourcesOf('f17-sv-reporting'),
      repeats: sourcesOf('f17-high-harm-repeat'),
      women: sourcesOf('commitment-1433-6'),
      wards: sourcesOf('c-dwo-coverage'),
    }).toEqual({
      court: ['1359', '2729'],
      satisfaction: ['189', '905', '901'],
      confidence: ['187-189', '173'],
      youngAdults: ['904-905', '904-912', '407', '825'],
      knifeInjury: ['432', '2397', '286', '1579', '341', '432'],
      gangs: ['386', '2681', '341'],
      slavery: ['813', '545'],
      hate: ['443', '449', '450', '453'],
      savings: ['1203', '1203', '843', '1176'],
      dropOut: ['1901', '428', '887', '2729'],
      missing: ['286', '314'],
      stalking: ['440', '440', '1775'],
      workforce: ['1120', '1040', '1120', '1061', '1042', '1063'],
      buildings: ['1286', '1287', '1353', '1380', '757', '843'],
      rape: ['401-405', '731'],
      repeats: ['1345', '857'],
      women: ['993', '944'],
      wards: ['947', '641', '637'],
    });
  });
});
