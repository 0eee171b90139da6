import { type Misreading, numberIn, only } from './misreading.ts';

const within = '1. Children who are the responsibility of other LAs placed within this LA boundary';

/** Children who live in a borough are taken for those for whom its council is responsible. */
export const placementForResponsibility: Misreading = {
  title: 'children in care by placement are taken for those by responsibility',
  files: ['local-authority/la_cla_on_31_march_la_of_placement_netgain-2024-release.csv'],
  cells: (rows = []) =>
    rows
      .filter(
        (row) => row['la_name'] === 'Croydon' && row['time_period'] === '2024' && row['characteristic'] === within,
      )
      .map((row) => ({ place: 'Croydon', time: '2024', what: within, text: row['number'] ?? '' })),
  script: (cells) => numberIn(only(cells)),
  wrong: 767,
  question: {
    agency: 'local-authority',
    indicator: 'children-placed-in-borough',
    areas: ['E09000008'],
    from: '2024-03-31',
    to: '2024-03-31',
  },
  outcome: {
    is: 'marked',
    finding: 767,
    marks: ['DO_NOT_COMPARE', 'By where the child lives, not by the authority that is responsible'],
  },
};
