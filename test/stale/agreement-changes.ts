import { addAgreement, endAgreement } from '@boroughgraph/kit/store/agreements.ts';
import type { RunningAgency } from '../support/running-system.ts';
import type { History } from './history.ts';

/** What an organisation is let read, again and again. */
export interface Agreed {
  readonly organisation: string;
  readonly dataset: string;
  /** What it reads while it may. */
  readonly figure: number;
}

/** Lets an organisation read a figure and no more, in turns, and writes into a history what its people see. */
export class AgreementChanges {
  readonly #agency: RunningAgency;
  readonly #history: History;
  readonly #agreed: Agreed;
  #made = 0;
  #holds: string | null = null;

  constructor(agency: RunningAgency, history: History, agreed: Agreed) {
    this.#agency = agency;
    this.#history = history;
    this.#agreed = agreed;
  }

  /** Makes an agreement where there is none, and ends the one that there is. */
  async make(): Promise<void> {
    const { sql } = this.#agency.store;
    const { organisation, dataset, figure } = this.#agreed;
    const beganAt = Date.now();
    const ended = this.#holds;
    if (ended === null) {
      this.#made += 1;
      const id = `${organisation}-${this.#made}`;
      await addAgreement(sql, {
        id,
        organisation,
        datasetIds: [dataset],
        areas: null,
        purposes: ['SERIOUS_VIOLENCE_DUTY'],
        from: '2020-01-01',
        until: '2999-12-31',
        reference: null,
      });
      this.#holds = id;
    } else {
      await endAgreement(sql, ended);
      this.#holds = null;
    }
    const what = ended === null ? `the agreement ${this.#made}` : `the end of ${ended}`;
    this.#history.add({ what, beganAt, endedAt: Date.now(), figure: this.#holds === null ? null : figure });
  }
}
