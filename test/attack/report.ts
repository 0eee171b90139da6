/** What an attack came to along one leak path. */
export interface PathResult {
  readonly tables: number;
  readonly withheld: number;
  readonly recovered: number;
}

/** Adds up what the attacks along each path came to. */
export class AttackReport {
  readonly #results = new Map<string, PathResult>();
  readonly #recoveries: string[] = [];
  /** Tables that were attacked. */
  tables = 0;
  /** Tables that were refused when they were loaded, since nothing could protect them. */
  refused = 0;

  /** What each path came to, in the order in which paths were first tried. */
  get results(): ReadonlyMap<string, PathResult> {
    return this.#results;
  }

  /** By which path which figure was recovered. */
  get recoveries(): readonly string[] {
    return this.#recoveries;
  }

  /** Counts what one path came to on some tables. */
  add(
    path: string,
    of: { readonly tables: number; readonly withheld: number; readonly recovered: readonly string[] },
  ): void {
    this.#count(path, { ...of, recovered: of.recovered.length });
    this.#recoveries.push(...of.recovered.map((id) => `${path}: ${id}`));
  }

  /** Counts what an attack elsewhere came to. */
  count(of: {
    readonly tables: number;
    readonly refused: number;
    readonly recoveries: readonly string[];
    readonly paths?: ReadonlyMap<string, PathResult>;
  }): void {
    this.tables += of.tables;
    this.refused += of.refused;
    for (const [path, result] of of.paths ?? []) this.#count(path, result);
    this.#recoveries.push(...of.recoveries);
  }

  #count(path: string, { tables, withheld, recovered }: PathResult): void {
    const known = this.#results.get(path) ?? { tables: 0, withheld: 0, recovered: 0 };
    this.#results.set(path, {
      tables: known.tables + tables,
      withheld: known.withheld + withheld,
      recovered: known.recovered + recovered,
    });
  }

  /** One line for each path, for people to read. */
  toString(): string {
    const columns = (path: string, numbers: readonly (number | string)[]) =>
      path.padEnd(48) + numbers.map((number) => String(number).padStart(10)).join('');
    const lines = [...this.#results].map(([path, { tables, withheld, recovered }]) =>
      columns(path, [tables, withheld, recovered]),
    );
    const head = `${this.tables} tables attacked, ${this.refused} refused when they were loaded`;
    return [head, columns('path', ['tables', 'withheld', 'recovered']), ...lines].join('\n');
  }
}
