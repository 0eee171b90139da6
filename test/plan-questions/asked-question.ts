/**
 * How far a question is answered today: by figures that are published or loaded as facts, mainly or in part; or once a partner has
 * supplied a file, or by the caller who may see it.
 */
export type Grade = 'real' | 'partly' | 'after a file' | 'for named users';

/** Places of an answer, as `answerAt` reads them, and what stands there. */
export type Expected = Readonly<Record<string, unknown>>;

/** A question of the plans, and its answer. */
export interface AskedQuestion {
  /** Name of its file in `schema/operations/questions`, without the ending. */
  readonly name: string;
  readonly grade: Grade;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What everybody is answered of the published files. */
  readonly published: Expected;
  /** What the right caller is answered of the made-up files. */
  readonly madeUp: Expected;
}

/** The borough that most are asked of. */
export const hackney = 'E09000012';
/** Where figures and reasons stand in most answers. */
export const latest = 'series/latest/displayValue';
export const newest = 'observations/0/displayValue';
export const awaited = 'seriesAbsence/reason';
