import { setTimeout as wait } from 'node:timers/promises';
import { sourceFile } from '@boroughgraph/kit/files/source-file.ts';
import { loadText } from '@boroughgraph/kit/loading/load-file.ts';
import { recallRelease } from '@boroughgraph/kit/store/recall-release.ts';
import type { RunningAgency } from '../support/running-system.ts';
import type { History } from './history.ts';

const dataset = 'officers-per-borough';

/** How long an embargo lasts, in milliseconds: shorter than a lease, and longer than a load takes, so that it may have to be longer on a busy machine. */
const embargoMs = 400;
const dayMs = 86_400_000;
const firstDay = Date.UTC(2020, 0, 1);

interface Standing {
  readonly releaseId: string;
  readonly figure: number;
}

/** Makes changes to one figure of an agency, one after another, and writes them into a history. */
export class Changes {
  readonly #agency: RunningAgency;
  readonly #history: History;
  /** Releases that stand, the newest last. */
  readonly #standing: Standing[] = [];
  /** The last that was recalled, while nothing newer was loaded. */
  #recalled: Standing | null = null;
  #made = 0;

  constructor(agency: RunningAgency, history: History) {
    this.#agency = agency;
    this.#history = history;
  }

  /** Makes the change of a number from 0 to 1: most are loads, and then those that take one away. */
  async make(chance: number): Promise<void> {
    if (this.#recalled !== null && chance < 0.3) await this.#reinstate(this.#recalled);
    else if (this.#standing.length > 1 && chance < 0.5) await this.#recall();
    else if (chance > 0.85) await this.#loadUnderEmbargo();
    else await this.#load();
  }

  async #load(): Promise<void> {
    this.#made += 1;
    const figure = this.#made;
    const standing = await this.#timed(`the load of ${figure}`, figure, () => this.#publish(figure));
    this.#standing.push(standing);
    this.#recalled = null;
  }

  async #recall(): Promise<void> {
    const recalled = this.#standing.pop();
    if (recalled === undefined) return;
    const figure = this.#standing.at(-1)?.figure ?? null;
    await this.#timed(`the recall of ${recalled.figure}`, figure, () =>
      recallRelease(this.#agency.store, recalled.releaseId, 'wrong'),
    );
    this.#recalled = recalled;
  }

  async #reinstate({ figure }: Standing): Promise<void> {
    const standing = await this.#timed(`the reinstatement of ${figure}`, figure, () =>
      this.#publish(figure, { reinstateRecalled: true }),
    );
    this.#standing.push(standing);
    this.#recalled = null;
  }

  /** Tries a longer embargo where a load has taken longer than one; what is refused changes nothing. */
  async #publishUnderEmbargo(figure: number, lastsMs: number): Promise<{ standing: Standing; endsAt: number }> {
    const endsAt = Date.now() + lastsMs;
    const report = await this.#read(figure, { embargoUntil: new Date(endsAt).toISOString() });
    const isLate =
      report.outcome === 'refused' && report.message?.startsWith('the embargo would have ended already') === true;
    return isLate ? this.#publishUnderEmbargo(figure, 2 * lastsMs) : { standing: standingOf(figure, report), endsAt };
  }

  /** It is seen from the end of its embargo on, by the clock of the database, which is that of this machine. */
  async #loadUnderEmbargo(): Promise<void> {
    this.#made += 1;
    const figure = this.#made;
    const { standing, endsAt } = await this.#publishUnderEmbargo(figure, embargoMs);
    this.#standing.push(standing);
    this.#recalled = null;
    this.#history.add({
      what: `the end of the embargo on ${figure}`,
      beganAt: endsAt,
      endedAt: Math.max(endsAt, Date.now()),
      figure,
    });
    await wait(Math.max(0, endsAt - Date.now()) + 1);
  }

  async #timed<T>(what: string, figure: number | null, change: () => Promise<T>): Promise<T> {
    const beganAt = Date.now();
    const made = await change();
    this.#history.add({ what, beganAt, endedAt: Date.now(), figure });
    return made;
  }

  async #publish(figure: number, more: LoadOptions = {}): Promise<Standing> {
    return standingOf(figure, await this.#read(figure, more));
  }

  async #read(figure: number, more: LoadOptions): Promise<LoadReport> {
    const text = `indicator,area,period,value\npolice-officers,E09000012,CY2022,${figure}\n`;
    const { store, subgraph } = this.#agency;
    return loadText({
      sql: store.sql,
      datasets: subgraph.datasets,
      dataset,
      source: sourceFile(`${figure}.csv`, new TextEncoder().encode(text)),
      publishedAt: new Date(firstDay + figure * dayMs).toISOString().slice(0, 10),
      confirmRevision: true,
      ...more,
    });
  }
}

type LoadOptions = Partial<Parameters<typeof loadText>[0]>;
type LoadReport = Awaited<ReturnType<typeof loadText>>;

function standingOf(figure: number, report: LoadReport): Standing {
  if (report.outcome !== 'loaded') throw new Error(`${figure} was not loaded: ${JSON.stringify(report)}`);
  return { releaseId: report.releaseId ?? '', figure };
}
