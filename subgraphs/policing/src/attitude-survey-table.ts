import { type FileFormat, loaded, type OpenedFile, type RowReader } from '@boroughgraph/kit/datasets/dataset.ts';
import { isoDayOf } from '@boroughgraph/kit/files/days.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import type { Dimensions } from '@boroughgraph/kit/statistics/dimensions.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import type { Reading } from '@boroughgraph/kit/statistics/observation.ts';
import { ordinalOf, PeriodError } from '@boroughgraph/kit/statistics/periods.ts';
import { metropolitanArea } from './force-areas.ts';
import { boroughsMissingIn, metropolitanBoroughOf } from './recorded-crime-table.ts';

/*
 * The measures of the Trust and confidence dashboard, which come in two sheets of one form: of the boroughs, and of the force.
 *
 * Source: Mayor's Office for Policing and Crime, Trust and confidence dashboard, October to December 2023, London Datastore.
 */

/** Which series a measure of the dashboard makes; `indicator` is an id. */
interface SeriesOfMeasure {
  readonly indicator: string;
  readonly dimensions: Dimensions;
}

const agrees = (question: string): SeriesOfMeasure => ({ indicator: 'public-attitude', dimensions: { question } });

const measures: Readonly<Record<string, SeriesOfMeasure>> = {
  '"Good Job" local': { indicator: 'public-confidence', dimensions: {} },
  'Contact ward officer': agrees('knows-how-to-contact-the-ward-officer'),
  'Informed local': agrees('informs-about-local-policing'),
  'Listen to concerns': agrees('listens-to-concerns'),
  'Relied on to be there': agrees('can-be-relied-on-to-be-there'),
  'Treat everyone fairly': agrees('treats-everyone-fairly'),
  'Understand issues': agrees('understands-issues'),
  'Trust MPS': agrees('trusts-the-metropolitan-police'),
};

/** How the sheets write the force as a whole. */
const force = 'MPS';

/** The sheets of the dashboard, as their dataset reads them. */
export function attitudeSurveyTable(indicators: readonly IndicatorDefinition[]): FileFormat {
  return {
    name: 'a sheet of the Trust and confidence dashboard',
    delimiter: ';',
    columns: {
      date: { headings: ['Date'] },
      survey: { headings: ['Survey'] },
      borough: { headings: ['Borough'] },
      measure: { headings: ['Measure'] },
      proportion: { headings: ['Proportion'] },
      // Beside each borough stands the figure of the force again; the sheet of the force has it.
      force: { headings: ['MPS'], isOptional: true },
    },
    otherColumns: 'refused',
    open: (file, draft) => openTable(file, draft, indicators),
  };
}

function openTable(file: OpenedFile, draft: ReleaseDraft, indicators: readonly IndicatorDefinition[]): RowReader {
  const missing = boroughsMissingIn(file);
  // The sheet of the force has no borough at all, and lacks none.
  if (missing.length > 0 && !file.distinct('borough').has(force.toLowerCase()))
    draft.notice(`no row for ${missing.join(', ')}`);
  return (row) => {
    row.oneOf('survey', { PAS: true });
    const { indicator: id, dimensions } = row.oneOf('measure', measures);
    const indicator = indicators.find((one) => one.id === id);
    if (indicator === undefined) throw new Error(`the dataset of the survey has no indicator "${id}"`);
    const place = row.text('borough') === force ? metropolitanArea : metropolitanBoroughOf(row);
    const cells = [{ ordinal: quarterIn(row, indicator), reading: shareIn(row) }];
    draft.stage({ indicator, place, dimensions, cells });
    return loaded;
  };
}

/** The twelve months that end on the last day of a quarter. */
function quarterIn(row: Row, { grid }: IndicatorDefinition): number {
  const day = isoDayOf(row.text('date'));
  const expected = 'the last day of a quarter, such as 31/12/2023';
  if (day === null || !/-(03-31|06-30|09-30|12-31)$/.test(day)) return row.reject('date', expected);
  try {
    return ordinalOf(grid, `R12-${day.slice(0, 7)}`);
  } catch (problem) {
    if (problem instanceof PeriodError) return row.reject('date', expected);
    throw problem;
  }
}

/** A share with a decimal comma, `0,56`, is 56 percent. A percentage is refused: it would be a hundred times too much. */
function shareIn(row: Row): Reading {
  const text = row.text('proportion');
  const share = /^[01]([,.]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null;
  if (share === null || share > 1)
    return row.refuse('proportion', 'a share from 0 to 1 with a decimal comma, such as 0,56');
  // Shares have two decimals: what the multiplication leaves behind is none of the publisher's.
  return { value: Number((share * 100).toFixed(6)), status: 'PUBLISHED' };
}
