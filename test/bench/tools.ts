import type { RunningGenerator } from './running-generator.ts';
import type { RunningLoader } from './running-loader.ts';

/** What a measurement works with. */
export interface Tools {
  readonly generator: RunningGenerator;
  readonly loader: RunningLoader;
  /** Null where it is another machine's, or cannot be told. */
  readonly postgresPid: number | null;
  /** Tells a person how far it is. */
  readonly log: (line: string) => void;
}
