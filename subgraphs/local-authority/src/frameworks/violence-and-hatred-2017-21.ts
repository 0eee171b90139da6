import * as baseline from './baselines.ts';
import { decision2017 } from './documents.ts';
import { measuresOf } from './framework.ts';

const women = measuresOf({ theme: 'VAWG', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'f17-da-reporting',
    wording: 'Encouraging more domestic abuse victims to come forward',
    source: decision2017('2108', '1732'),
    polarity: 'REPORTING_VOLUME',
    baselines: baseline.domesticAbuseReporting,
  },
  {
    id: 'f17-da-repeat',
    wording: 'domestic abuse victims … reducing repeat victimisation',
    source: decision2017('2108', '1732'),
    baselines: baseline.domesticAbuseRepeat,
  },
  {
    id: 'f17-sv-reporting',
    wording: 'Encouraging more victims of sexual violence to come forward',
    source: decision2017('2109', '1733'),
    polarity: 'REPORTING_VOLUME',
    baselines: baseline.sexualViolenceReporting,
  },
  {
    id: 'f17-sv-repeat',
    wording: 'victims of sexual violence … reducing repeat victimisation',
    source: decision2017('2109', '1733'),
  },
  {
    id: 'f17-vawg-attrition',
    wording:
      'Reducing the rates of attrition in cases of violence against women and girls as they progress through the criminal justice process',
    source: decision2017('2110', '1734'),
    baselines: baseline.violenceAttrition,
  },
  {
    id: 'f17-harmful-practices-reporting',
    wording:
      "Encouraging more victims of harmful practices such as female genital mutilation (FGM), 'honour'-based violence and forced marriage to come forward and report",
    source: decision2017('2111', '1735'),
    polarity: 'REPORTING_VOLUME',
  },
]);

const satisfaction =
  'Improving the level of satisfaction of victims of hate crime with the service they receive from the';

const hatred = measuresOf({ theme: 'hatred and intolerance', polarity: 'LOW_IS_GOOD', collection: 'COLLECTED' }, [
  {
    id: 'f17-hate-reporting',
    wording: 'Encouraging more victims of hate crime to come forward and report',
    source: decision2017('2117', '1953'),
    polarity: 'REPORTING_VOLUME',
    baselines: baseline.hateReporting,
  },
  {
    id: 'f17-hate-repeat',
    wording: 'Reducing the level of repeat victimisation',
    source: decision2017('2118', '1954'),
  },
  {
    id: 'f17-hate-attrition',
    wording:
      'Reducing the rates of attrition in hate crime cases as they progress through the criminal justice process',
    source: decision2017('2119', '1955'),
    baselines: baseline.hateAttrition,
  },
  {
    id: 'f17-hate-satisfaction-police',
    wording: `${satisfaction} MPS`,
    source: decision2017('2120', '1956'),
    polarity: 'HIGH_IS_GOOD',
  },
  {
    id: 'f17-hate-satisfaction-cjs',
    wording: `${satisfaction} … Criminal Justice Service`,
    source: decision2017('2120', '1956', '1337'),
    polarity: 'HIGH_IS_GOOD',
    // Line 1337: "no such evidence exists for the performance of other parts of the Criminal Justice Service".
    collection: 'NOT_COLLECTED',
  },
]);

/** What the Plan measures of violence against women and girls, and of hatred and intolerance. */
export const violenceAndHatred2017 = [...women, ...hatred];
