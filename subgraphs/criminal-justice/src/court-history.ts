/** What a source says of where a court sits, from a day on. */
export interface CourtState {
  /** First day of the month that the source names: it says no day. */
  readonly from: string;
  readonly note: string;
}

/*
 * Courts whose building is closed while figures under their name go on.
 *
 * Source: Evening Standard, 2025. Where each of Harrow's cases went, no source at hand says.
 */
const elsewhere: Readonly<Record<string, CourtState>> = {
  'court:harrow-crown-court': {
    from: '2023-08-01',
    note: 'The building closed in August 2023 because of its concrete, and the cases of Harrow are heard at six or more other courts. A return was planned for 2026; no source at hand says that it happened. Source: Evening Standard, 2025.',
  },
};

/** What a source says of a court that sits elsewhere on a day (`YYYY-MM-DD`); null where none says so. Never throws. */
export function sittingElsewhere(id: string, day: string): CourtState | null {
  const state = elsewhere[id] ?? null;
  return state === null || day < state.from ? null : state;
}
