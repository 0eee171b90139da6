import type { MakeDatabase } from '../attacked-agency.ts';
import type { PathResult } from '../report.ts';

/** What an attack on some tables came to. */
export interface KindResult {
  readonly tables: number;
  /** Tables that were refused when they were loaded. */
  readonly refused: number;
  /** Cells that were withheld in them. */
  readonly withheld: number;
  /** The figures that were recovered, and how: exactly, or as a range that is narrower than the policy. */
  readonly recoveries: readonly string[];
  /** What each way of working figures out came to, by its name. @default none is told apart */
  readonly paths?: ReadonlyMap<string, PathResult>;
}

/** Which tables are made, and whether they are protected. */
export interface KindRun {
  /** The same number makes the same tables. */
  readonly seed: number;
  /** Whether the protection that the path is there for is switched off, and all others stay. */
  readonly isSwitchedOff: boolean;
  readonly makeDatabase: MakeDatabase;
}

/** One kind of leak path, with tables of its own. */
export interface AttackKind {
  readonly name: string;
  /** How its protection is switched off, for people: a path that finds nothing without it proves nothing. */
  readonly switchedOff: string;
  /** Makes some tables, has them loaded and served, and attacks them with all that is answered. */
  readonly attack: (run: KindRun) => Promise<KindResult>;
}
