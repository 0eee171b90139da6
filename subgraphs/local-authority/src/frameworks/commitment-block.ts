import { businessPlan, decision2017 } from './documents.ts';
import { type MeasureRecord, measuresOf, stated } from './framework.ts';

/** What is known of a commitment beyond its words, by its id. Of most nobody counts anything: they are done or not. */
const known: Readonly<Record<string, Partial<MeasureRecord>>> = {
  'commitment-1365-7': { collection: 'COLLECTED' },
  'commitment-1433-6': {
    // The second is of all arrests: 30,000 of 200,000 would be 15 per cent.
    baselines: [
      stated(
        'About 30,000 women are arrested each year in London (roughly 14 per cent of total arrests)',
        businessPlan('993'),
      ),
      stated('The Met makes 200,000 arrests a year', businessPlan('944')),
    ],
    collection: 'COLLECTED',
  },
  'commitment-1601-3': { collection: 'COLLECTED' },
  'commitment-1805-7': {
    // Two cuts of the same referrals.
    baselines: [
      stated('In 2015, 278 referrals were received. In 2016 this increased to just over 1,000', decision2017('813')),
      stated('a rise in cases reported to the Met from 270 in 2015 to 1,013 in 2016', businessPlan('545')),
    ],
    collection: 'COLLECTED',
  },
};

/**
 * The commitments of one list of the Plan of 2017, in its order: their ids count from 1 after the first line of the list.
 *
 * Each key is a place in the text extract, `line 1067` or `lines 1070-1072`: bare numbers would be sorted before ranges.
 */
export function commitmentsOf(theme: string, list: Readonly<Record<string, string>>): readonly MeasureRecord[] {
  const places = Object.keys(list).map((place) => place.replace(/^lines? /, ''));
  return measuresOf(
    { theme, kind: 'COMMITMENT' },
    Object.values(list).map((wording, index) => {
      const id = `commitment-${places[0] ?? ''}-${index + 1}`;
      return { id, wording, source: decision2017(places[index] ?? ''), ...known[id] };
    }),
  );
}
