import { eventsOn } from '@boroughgraph/kit/statistics/series-event.ts';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import { inventoryPath, isQuoted } from '@boroughgraph/test/support/plan-documents.ts';
import { describe, expect, it } from 'vitest';
import { recordedCrime } from './datasets/mps-recorded-crime-borough.ts';
import { dataset as hateCrime } from './datasets/met-hate-crime.ts';
import { events } from './events.ts';
import { indicators } from './indicators.ts';

const [hate = recordedCrime] = hateCrime.indicators;
const namesOf = (place: string, dimensions: Dimensions, indicator = hate) =>
  eventsOn(events, indicator, { place, dimensions }).map(({ name }) => name);

const hub = 'Online Hate Crime Hub';
const pathfinders = 'Basic Command Units: two pathfinders';

describe('events of the police', () => {
  it('are those of the strand that is counted', () => {
    expect(namesOf('E09000012', { strand: 'disability' })).toEqual(['Disability Hate Crime Matters', hub]);
    expect(namesOf('E09000012', { strand: 'islamophobic' })).toEqual(['Referendum on the European Union', hub]);
    expect(namesOf('E09000012', { strand: 'transgender' })).toEqual([hub]);
  });

  it('are of the boroughs of a pathfinder alone, whatever is counted there', () => {
    expect(namesOf('E09000016', {}, recordedCrime)).toEqual([pathfinders]);
    expect(namesOf('E09000016', { strand: 'transgender' })).toEqual([pathfinders, hub]);
    expect(namesOf('E23000001', {}, recordedCrime)).toEqual([]);
  });

  it('say that one is planned where the source does not say that it came about', () => {
    const planned = events.filter(({ isPlanned }) => isPlanned === true);
    expect(planned.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['Campaign against theft of mopeds', '2017-06-01', '2017-06-30'],
    ]);
  });

  it('are of indicators that there are', () => {
    const ids = new Set(indicators.map(({ id }) => id));
    expect(events.flatMap((event) => event.indicators ?? []).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.skipIf(inventoryPath === null)('are quoted from the lines that they cite, where the documents are at hand', () => {
    const quoted = events.filter(({ source }) => source.endsWith('of the text extract'));
    expect(quoted).toHaveLength(events.length - 1);
    expect(quoted.filter(({ text, source }) => !isQuoted(text, source))).toEqual([]);
  });
});
