/** Why one row cannot be loaded: what was there, and what would be. The column is null where the whole row is at fault. */
export class RowProblem extends Error {
  override readonly name = 'RowProblem';
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
  /** Names that the one found may have meant; none where nothing is near. */
  readonly candidates: readonly string[];
  /** True where an earlier row gave what it gives: nothing is missing without it. */
  readonly isRepeat: boolean;

  constructor(problem: {
    column: string | null;
    found: string;
    expected: string;
    candidates?: readonly string[];
    isRepeat?: boolean;
  }) {
    super(`expected ${problem.expected}, found ${JSON.stringify(problem.found)}`);
    this.column = problem.column;
    this.found = problem.found;
    this.expected = problem.expected;
    this.candidates = problem.candidates ?? [];
    this.isRepeat = problem.isRepeat ?? false;
  }
}

/** Why a whole file cannot be loaded, in a sentence for the person who has it at hand. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}
