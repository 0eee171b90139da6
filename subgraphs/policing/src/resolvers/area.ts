import { indicatorIn } from '@boroughgraph/kit/datasets/indicator-in.ts';
import { loadedSeries } from '@boroughgraph/kit/series/indicator-resolvers.ts';
import { measuredDirectly, type MeasuredPlace } from '@boroughgraph/kit/series/measured.ts';
import { directField, missingSeries, type SeriesField } from '@boroughgraph/kit/series/missing-series.ts';
import { SeriesHandle } from '@boroughgraph/kit/series/series.ts';
import { neighbourhoodsOf } from '@boroughgraph/kit/geography/areas.ts';
import { slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { rateDerivation } from '../crime-rate.ts';
import { dataset as attitudeSurvey } from '../datasets/mopac-public-attitude-survey.ts';
import { publicPerception } from '../datasets/mopac-public-perceptions.ts';
import { recordedCrime, recordedCrimeRate } from '../datasets/mps-recorded-crime-borough.ts';
import { recordedCrimeWard } from '../datasets/mps-recorded-crime-ward.ts';
import { policeOfficers } from '../datasets/officers-per-borough.ts';
import { stopAndSearch } from '../datasets/police-uk-stop-and-search.ts';
import { streetLevelCrime } from '../datasets/police-uk-street-crime.ts';
import type { AreaResolvers } from '../generated/schema-types.ts';
import { surveyQuestions } from '../survey-questions.ts';
import { isCrimeMeasuredIn, markedOffences, narrowed, offenceDimensions } from './crime.ts';

const publicConfidence = indicatorIn(attitudeSurvey, 'public-confidence');

/** What policing adds to an area. */
export const area: AreaResolvers = {
  __resolveReference: (reference) => reference,
  crime: ({ code }) => (isCrimeMeasuredIn(code) ? { code } : null),
  crimeRate: (residents, { offenceGroup, offence }, context) => {
    const measured = measuredDirectly(recordedCrimeRate, residents.code);
    const derivation = rateDerivation(residents.populationEstimates ?? null);
    const dimensions = offenceDimensions(offenceGroup, offence);
    if (measured === null) return null;
    // A borough that the force does not police has its empty series whether or not its residents are known.
    if (derivation === null && recordedCrimeRate.notMeasuredIn?.[residents.code] === undefined) return null;
    const choice = { indicator: recordedCrimeRate, ...measured, dimensions };
    const handle = new SeriesHandle(context, derivation === null ? choice : { ...choice, derivation });
    return loadedSeries(context, handle, recordedCrime);
  },
  publicPerception: async ({ code }, { question }, context) => {
    const asked = narrowed(publicPerception, { question });
    const questions = surveyQuestions.choices.filter(({ value }) => value === (asked['question'] ?? value));
    const choices = perceivedPlaces(code).flatMap((measured) =>
      questions.map(({ value }) => ({ indicator: publicPerception, ...measured, dimensions: { question: value } })),
    );
    const series = await Promise.all(choices.map((choice) => loadedSeries(context, new SeriesHandle(context, choice))));
    const known = series.filter((one) => one !== null);
    return known.length === 0 ? null : known;
  },
  officers: ({ code }, { team }, context) => {
    const measured = measuredDirectly(policeOfficers, code);
    const dimensions = narrowed(policeOfficers, { team: team === 'ALL' ? null : slug(team) });
    const choice = { indicator: policeOfficers, dimensions };
    return measured === null ? null : loadedSeries(context, new SeriesHandle(context, { ...choice, ...measured }));
  },
  publicConfidence: ({ code }, _arguments, context) => {
    const measured = measuredDirectly(publicConfidence, code);
    const choice = { indicator: publicConfidence };
    return measured === null ? null : loadedSeries(context, new SeriesHandle(context, { ...choice, ...measured }));
  },
  policingAbsences: (residents, _arguments, context) =>
    missingSeries(context, policingFields(residents.code, residents.populationEstimates ?? null)),
};

type Residents = Parameters<typeof rateDerivation>[0];

/** The series that policing adds to an area. */
function policingFields(code: string, residents: Residents): readonly SeriesField[] {
  const offences = measuredDirectly(recordedCrimeWard, code) === null ? recordedCrime : recordedCrimeWard;
  return [
    directField('crime.recorded', offences, code),
    directField('crime.byOffenceGroup', offences, code),
    directField('crime.stopAndSearch', stopAndSearch, code),
    ...markedOffences.map(([field, indicator]) => directField(field, indicator, code)),
    directField('crime.streetLevel', streetLevelCrime, code),
    rateField(code, residents),
    { field: 'publicPerception', indicator: publicPerception, code, places: perceivedPlaces(code) },
    directField('officers', policeOfficers, code),
    directField('publicConfidence', publicConfidence, code),
  ];
}

/** The rate is there where the offences are, and the residents are known. */
function rateField(code: string, residents: Residents): SeriesField {
  const { id, name, areaTypes, notMeasuredIn } = recordedCrimeRate;
  const isUnknown = rateDerivation(residents) === null && notMeasuredIn?.[code] === undefined;
  const text = 'The residents of the area, per 1,000 of whom it is, are not known at present.';
  return {
    ...directField('crimeRate', { ...recordedCrime, name, areaTypes }, code),
    shows: id,
    otherwise: isUnknown ? { reason: 'NO_DENOMINATOR', text } : null,
  };
}

/** Where residents of an area are asked: in it, where it is a police neighbourhood, or in those that lie in it. */
function perceivedPlaces(code: string): readonly MeasuredPlace[] {
  const own = measuredDirectly(publicPerception, code);
  if (own !== null) return [own];
  return neighbourhoodsOf(code).map((neighbourhood) => ({ place: neighbourhood.code, relation: 'PART_OF_AREA' }));
}
