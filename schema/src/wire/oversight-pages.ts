import type { ToldLoad } from './oversight.ts';

/** A request for what is not for everybody, as the gateway shows it to the people of the agency whose data that is. */
export interface AccessRow {
  /** In ISO 8601 and UTC. */
  readonly at: string;
  /** Null where nobody was named. */
  readonly organisation: string | null;
  readonly subject: string | null;
  /** Null where none was said. */
  readonly purpose: string | null;
  /** Its name or, without one, the beginning of the hash of its text; null where it had none. */
  readonly operation: string | null;
  /** The ids of the agency's datasets that it touched. */
  readonly datasets: readonly string[];
  /** About how many areas it asked. */
  readonly areas: number;
  /** Figures that it was shown. */
  readonly shown: number;
  readonly withheld: number;
  /** `answered`, or the codes of its errors. */
  readonly outcome: string;
}

/** Somebody who has looked at what is here, or wanted to. */
export interface ReadingRow {
  readonly at: string;
  readonly organisation: string | null;
  readonly subject: string | null;
  readonly purpose: string | null;
  readonly of: 'accesses' | 'readings' | 'loads';
  readonly outcome: 'shown' | 'refused' | 'failed';
}

/** A page of the audit, newest first. */
export interface AuditPage<Row> {
  readonly agency: string;
  readonly rows: readonly Row[];
  /** How many more there would be that are not as they were written. */
  readonly changed: number;
  /** With which those before are asked for; null where there are none. */
  readonly next: string | null;
}

/** A page of what was loaded, newest first. */
export interface LoadsPage {
  readonly agency: string;
  readonly loads: readonly ToldLoad[];
  readonly next: string | null;
}
