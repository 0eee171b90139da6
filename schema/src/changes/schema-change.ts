/**
 * How much a change weighs: `breaking` where who asks for it as before gets an error or something else; `dangerous` where an answer may
 * hold what nobody has met before; `safe` where it may not.
 */
export type ChangeWeight = 'breaking' | 'dangerous' | 'safe';

/** Whom a breaking change breaks, of those who use what has changed. */
export type ChangeReach =
  /** Whoever asks for it. */
  | 'users'
  /** Whoever gives the argument, or the value. */
  | 'givers'
  /** Whoever leaves the argument out, or gives what may be null. */
  | 'withholders'
  /** Whoever gives it something that is not valid any more. */
  | 'misgivers';

/** One difference between two schemas. */
export interface SchemaChange {
  /** What has changed, as GraphQL writes it: `Area`, `Area.crime`, `Area.crimeRate(offence:)`. */
  readonly coordinate: string;
  readonly weight: ChangeWeight;
  readonly reach: ChangeReach;
  /** The end of a sentence that begins with the coordinate: `is gone`. */
  readonly message: string;
  /** Whoever does not ask for this type as well is not broken. @default it does not matter what else is asked for */
  readonly besides?: string;
}
