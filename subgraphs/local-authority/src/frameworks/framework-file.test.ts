import { describe, expect, it } from 'vitest';
import { frameworkOf } from './framework-file.ts';

const text = `id: plan
title: A plan
validFrom: 2017-04-01
hasNumericTargets: false
source: decision-2017 2042-2122
themes:
  - theme: crime
    measures:
      - id: burglary
        kind: MEASURE
        wording: fewer burglaries
        source: decision-2017 2080, 931; business-plan-2017 189
        measuredBy:
          - { agency: policing, indicator: recorded-crime, only: { offence-group: burglary } }
`;
const refusalOf = (from: string, to: string): string => {
  try {
    frameworkOf(text.replace(from, to), 'plan.yaml');
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the file of a framework', () => {
  it('sets down its measures, and what it leaves out is not known', () => {
    expect(frameworkOf(text, 'plan.yaml')).toEqual({
      id: 'plan',
      title: 'A plan',
      validFrom: '2017-04-01',
      validTo: null,
      hasNumericTargets: false,
      source: 'Police and Crime Plan 2017-21 (Mayoral decision PCD 168), lines 2042-2122 of the text extract',
      themes: ['crime'],
      measures: [
        {
          id: 'burglary',
          kind: 'MEASURE',
          theme: 'crime',
          wording: 'fewer burglaries',
          source:
            'Police and Crime Plan 2017-21 (Mayoral decision PCD 168), lines 2080, 931 of the text extract; Business Plan 2017-18 (Metropolitan Police Service), line 189 of the text extract',
          polarity: null,
          due: null,
          lead: null,
          collection: 'UNKNOWN',
          baselines: [],
          targets: [],
          measuredBy: [{ agency: 'policing', id: 'recorded-crime', narrowing: { 'offence-group': 'burglary' } }],
        },
      ],
    });
  });

  it.each([
    ['kind: MEASURE', 'kind: WISH', 'at themes[0].measures[0].kind'],
    ['wording: fewer', 'words: fewer', 'Unrecognized key: "words"'],
    ['agency: policing', 'agency: the police', 'at themes[0].measures[0].measuredBy[0].agency'],
    ['validFrom: 2017-04-01', 'validFrom: April 2017', 'at validFrom'],
    [
      'decision-2017 2080, 931;',
      'decision-2017 page 3;',
      '"decision-2017 page 3" is no place: expected one of draft-2013',
    ],
    ['business-plan-2017 189', 'plan-1999 189', '"plan-1999 189" is no place: expected one of draft-2013'],
    ['source: decision-2017 2042-2122', 'source: decision-2017 432, 2080', 'lie in more than one part'],
  ])('refuses %s as %s, and says where', (from, to, said) => {
    expect(refusalOf(from, to)).toMatch(/^plan\.yaml: /);
    expect(refusalOf(from, to)).toContain(said);
  });
});
