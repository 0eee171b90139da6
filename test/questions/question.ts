/** A cell of a published file, or the sum of several: of the rows that have these texts, what stands in a column. */
export interface PublishedCell {
  /** By its path from the folder of the published files. */
  readonly file: string;
  /** Text that a row has, by the heading of the column. */
  readonly where: Readonly<Record<string, string>>;
  readonly column: string;
  /** What separates the cells of a line. @default a comma */
  readonly separator?: ';';
}

/** What an answer says beside its number, so that nobody takes the number for more than it is. */
export type Caution =
  | 'WIDER_AREA'
  | 'COMPOSITE'
  | 'PART_OF_AREA'
  | 'CAVEAT'
  | 'BREAK'
  | 'PARTIAL_COVERAGE'
  | 'ROUNDED'
  | 'PROVISIONAL'
  | 'REVISED'
  | 'MODELLED';

/** What is counted: an indicator, narrowed to a value of one of its dimensions. */
export interface Measured {
  readonly indicator: string;
  /** @default the total */
  readonly value?: string;
}

/** What is right: an answer of its own, one that comes with a caution, a direction, or no answer, and why. */
export type Right =
  | (Measured & { readonly reply: 'value'; readonly published?: PublishedCell })
  | (Measured & { readonly reply: 'cautious value'; readonly caution: Caution; readonly published?: PublishedCell })
  | (Measured & { readonly reply: 'trend' })
  /** With London. */
  | (Measured & { readonly reply: 'comparison' })
  /** Of an indicator, as long as nothing of it is held; once something is, the right answer is what the graph holds. */
  | { readonly reply: 'refusal'; readonly reason: string; readonly indicator?: string };

/** What somebody wants to know, in their own words. */
export interface Question {
  readonly asked: string;
  /** Name of the area, the court or the hospital. */
  readonly place: string;
  /** Id of the period; null for the newest. */
  readonly period: string | null;
  readonly right: Right;
}
