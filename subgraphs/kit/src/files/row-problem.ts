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
  /** What else is wrong with the row, in the order of its columns; none where it is the only fault. */
  readonly others: readonly RowProblem[];

  constructor(problem: {
    column: string | null;
    found: string;
    expected: string;
    candidates?: readonly string[];
    isRepeat?: boolean;
    others?: readonly RowProblem[];
  }) {
    super(`expected ${problem.expected}, found ${JSON.stringify(problem.found)}`);
    this.column = problem.column;
    this.found = problem.found;
    this.expected = problem.expected;
    this.candidates = problem.candidates ?? [];
    this.isRepeat = problem.isRepeat ?? false;
    this.others = problem.others ?? [];
  }

  /** The first of some faults of one row, with the others; null where there is none. */
  static ofAll([first, ...others]: readonly RowProblem[]): RowProblem | null {
    if (first === undefined || others.length === 0) return first ?? null;
    const { column, found, expected, candidates, isRepeat } = first;
    return new RowProblem({ column, found, expected, candidates, isRepeat, others: [...first.others, ...others] });
  }
}

/** Why a whole file cannot be loaded, in a sentence for the person who has it at hand. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}
