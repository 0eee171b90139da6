import { AttackReport } from '../report.ts';
import type { AttackKind, KindResult } from './attack-kind.ts';

type Sums = Record<'tables' | 'refused' | 'withheld' | 'recovered', number>;
const nothing: Sums = { tables: 0, refused: 0, withheld: 0, recovered: 0 };

/** Adds up what the attacks of each kind came to, with its protection and without. */
export class KindReport {
  readonly #protected = new Map<string, Sums>();
  readonly #open = new Map<string, Sums>();
  readonly #recoveries: string[] = [];
  /** What each path came to, with the protection of its tables and without. */
  readonly paths = { protected: new AttackReport(), open: new AttackReport() };

  /** By which kind which figure was recovered although it was protected. */
  get recoveries(): readonly string[] {
    return this.#recoveries;
  }

  /** Tables that were attacked with their protection. */
  get tables(): number {
    return [...this.#protected.values()].reduce((sum, { tables }) => sum + tables, 0);
  }

  add({ name }: AttackKind, result: KindResult, isSwitchedOff: boolean): void {
    const sums = isSwitchedOff ? this.#open : this.#protected;
    const { tables, refused, withheld, recovered } = sums.get(name) ?? nothing;
    // One figure that falls to several paths is one.
    const found = new Set(result.recoveries.map((text) => text.slice(text.indexOf(': ') + 2))).size;
    sums.set(name, {
      tables: tables + result.tables,
      refused: refused + result.refused,
      withheld: withheld + result.withheld,
      recovered: recovered + found,
    });
    (isSwitchedOff ? this.paths.open : this.paths.protected).count(result);
    if (!isSwitchedOff) this.#recoveries.push(...result.recoveries.map((text) => `${name}: ${text}`));
  }

  /** The kinds that were attacked without their protection and found nothing all the same. */
  unproven(kinds: readonly AttackKind[]): readonly string[] {
    return kinds.map(({ name }) => name).filter((name) => this.#open.get(name)?.recovered === 0);
  }

  /** One line for each kind, for people to read. */
  textOf(kinds: readonly AttackKind[]): string {
    const lines = kinds.flatMap(({ name, switchedOff }) => {
      const [own, open] = [this.#protected.get(name), this.#open.get(name)];
      if (own === undefined) return [];
      const without = open === undefined ? ['', '', ''] : [open.tables, open.withheld, open.recovered];
      return [line(name, [own.tables, own.refused, own.withheld, own.recovered, ...without], switchedOff)];
    });
    const head = line('', ['tables', 'refused', 'cells', 'recovered', 'tables', 'cells', 'recovered'], 'switched off');
    return [head, ...lines].join('\n');
  }
}

function line(name: string, numbers: readonly (number | string)[], last: string): string {
  return `${name.padEnd(38)}${numbers.map((number) => String(number).padStart(10)).join('')}   ${last}`;
}
