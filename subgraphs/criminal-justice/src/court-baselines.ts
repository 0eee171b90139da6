import type { Baseline, Remark } from '@boroughgraph/kit/statistics/indicator.ts';

const london = 'E12000007';

/** The Plan of 2017 and the committee that answered it state other days: of another edition, or between other events. */
const daysAtCourt = [
  {
    text: 'victims wait nearly 170 days for a case to go through a Magistrates Court in London, or more than 500 days for a Crown Court',
    source: 'Police and Crime Plan 2017-21 (Mayoral decision PCD 168), line 1359 of the text extract',
    days: { magistrates: 170, crown: 500 },
  },
  {
    text: 'It can take around 160 days for cases to go through a Magistrates court and more than 300 days for a Crown Court',
    source:
      "Response to the Mayor's Draft Police and Crime Plan (Police and Crime Committee of the London Assembly, February 2017; Mayoral decision PCD 168), line 2729 of the text extract",
    days: { magistrates: 160, crown: 300 },
  },
] as const;

/** Days until a case is through a court, from the offence on, which is how long a victim waits. */
export const courtDaysBaselines: readonly Remark<Baseline>[] = daysAtCourt.flatMap(({ text, source, days }) =>
  (['crown', 'magistrates'] as const).map((tier) => ({
    value: days[tier],
    framework: 'commitments-2017-21',
    measure: 'c-court-speed',
    text,
    source,
    area: london,
    appliesTo: ({ dimensions }) => dimensions['tier'] === tier && dimensions['stage'] === 'offence-to-completion',
  })),
);
