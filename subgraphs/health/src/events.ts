import type { DeclaredEvent } from '@boroughgraph/kit/statistics/series-event.ts';

/** What happened while health counted, where a law ties it to what is counted. None is a break. */
export const events: readonly DeclaredEvent[] = [
  {
    indicators: ['section-136-detentions-police', 'section-136-cell-detentions', 'section-136-detentions-nhs'],
    name: 'Police stations are no place of safety for children',
    kind: 'LAW',
    from: '2017-12-11',
    time: '11 December 2017',
    text: 'Nobody under 18 may be taken to a police station under section 136 from this day, and an adult there alone whose behaviour is an imminent risk.',
    source:
      'Mental Health Act 1983, section 136A; Mental Health Act 1983 (Places of Safety) Regulations 2017, SI 2017/1036',
  },
];
