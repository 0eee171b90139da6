import { type Misreading, numberIn, only } from './misreading.ts';

/** A year that ended in March is taken for the calendar year whose number it bears. */
export const financialYearForACalendarYear: Misreading = {
  title: 'a year to 31 March is taken for a calendar year',
  files: ['local-authority/c4_children_in_need_section_47s_and_icpcs_2013_to_2024.csv'],
  cells: (rows = []) =>
    rows
      .filter((row) => row['la_name'] === 'Barnet')
      .map((row) => ({ place: 'Barnet', time: row['time_period'] ?? '', what: '', text: row['Section47'] ?? '' })),
  script: (cells) => numberIn(only(cells.filter(({ time }) => time.endsWith('2024')))),
  wrong: 800,
  question: { agency: 'local-authority', indicator: 'section-47-enquiries', areas: ['E09000003'] },
  outcome: { is: 'fails', because: '0 figures' },
};
