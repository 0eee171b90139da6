import { createRequire } from 'node:module';
import type * as Highs from 'highs';
import type { Model, ModelData } from 'highs';

// Its types are those of its CommonJS form, whose default they do not find through an import.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof Highs.default;
const highs = await loadHighs();
const { minimize, maximize } = highs.constants.objectiveSense;
const status = highs.constants.modelStatus;
const { integer } = highs.constants.variableType;

/** Sub-problems of a search for a whole optimum: where it takes more, what is proved by then is taken, which is no narrower. */
const mostNodes = 500;
/** Numbers nearer to each other than this are one to the solver, which works with fractions. */
const tolerance = 1e-5;

/** One equation over variables by position: the sum of `times` times each variable is `equals`. */
export interface ProgramEquation {
  readonly terms: readonly (readonly [variable: number, times: number])[];
  readonly equals: number;
}

/** The least or the greatest that a variable can be. */
export interface Optimum {
  /** A whole number beyond which nothing lies; infinite where nothing bounds the variable. */
  readonly end: number;
  /** Whole numbers that meet every equation, with the variable at its end; null where the search was given up, or has no end. */
  readonly solution: readonly number[] | null;
}

/**
 * Whole numbers between ends that meet equations, and how far each can go: HiGHS, which shares no line with the protection.
 *
 * A program over fractions is solved first, from where the one before it ended; whole numbers are searched for only where that leaves a
 * fraction. Dispose of it: its memory is not JavaScript's.
 */
export class IntegerProgram implements Disposable {
  readonly #data: ModelData;
  readonly #ranges: readonly { readonly low: number; readonly high: number }[];
  readonly #equations: readonly ProgramEquation[];
  #fractional: Model | null = null;
  #whole: Model | null = null;

  constructor(
    ranges: readonly { readonly low: number; readonly high: number }[],
    equations: readonly ProgramEquation[],
  ) {
    this.#data = modelOf(ranges, equations);
    this.#ranges = ranges;
    this.#equations = equations;
  }

  /** The end of a variable in one direction; null where nothing meets the equations. */
  optimum(variable: number, direction: 'least' | 'greatest'): Optimum | null {
    this.#fractional ??= quiet(highs.createModel(this.#data));
    const relaxed = solve(this.#fractional, variable, direction);
    if (relaxed === null || relaxed.solution === null) return relaxed;
    const solution = this.#wholeSolution(relaxed.solution);
    if (solution !== null && solution[variable] === relaxed.end) return { end: relaxed.end, solution };
    const searched = solve(this.#wholeProgram(), variable, direction);
    if (searched === null) return null;
    return { ...searched, solution: searched.solution === null ? null : this.#wholeSolution(searched.solution) };
  }

  /** Whether numbers are whole, lie between the ends, and meet every equation. Never throws. */
  isMetBy(values: readonly number[]): boolean {
    const isBetween = ({ low, high }: { readonly low: number; readonly high: number }, at: number) => {
      const value = values[at];
      return value !== undefined && Number.isInteger(value) && low <= value && value <= high;
    };
    return this.#ranges.every(isBetween) && this.#equations.every((equation) => isMet(equation, values));
  }

  [Symbol.dispose](): void {
    this.#fractional?.dispose();
    this.#whole?.dispose();
  }

  #wholeProgram(): Model {
    const integrality = new Int32Array(this.#data.numCols).fill(integer);
    this.#whole ??= quiet(highs.createModel({ ...this.#data, integrality }));
    return this.#whole;
  }

  /** The solver's numbers as whole ones, checked in every equation by whole arithmetic; null where they are none. */
  #wholeSolution(values: readonly number[]): readonly number[] | null {
    const whole = values.map((value) => Math.round(value) + 0);
    const isNear = whole.every((value, at) => Math.abs(value - (values[at] ?? 0)) <= tolerance);
    return isNear && this.#equations.every((equation) => isMet(equation, whole)) ? whole : null;
  }
}

const isMet = ({ terms, equals }: ProgramEquation, values: readonly number[]) =>
  terms.reduce((sum, [at, times]) => sum + times * (values[at] ?? Number.NaN), 0) === equals;

function modelOf(
  ranges: readonly { readonly low: number; readonly high: number }[],
  equations: readonly ProgramEquation[],
): ModelData {
  const terms = equations.flatMap((equation) => equation.terms);
  const starts = [0];
  for (const equation of equations) starts.push((starts.at(-1) ?? 0) + equation.terms.length);
  const sides = equations.map(({ equals }) => equals);
  return {
    numCols: ranges.length,
    numRows: equations.length,
    colCost: new Float64Array(ranges.length),
    colLower: ranges.map(({ low }) => low),
    colUpper: ranges.map(({ high }) => (Number.isFinite(high) ? high : highs.infinity)),
    rowLower: sides,
    rowUpper: sides,
    matrix: {
      format: 'csr',
      numRows: equations.length,
      numCols: ranges.length,
      starts,
      indices: terms.map(([variable]) => variable),
      values: terms.map(([, times]) => times),
    },
  };
}

function quiet(model: Model): Model {
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, mip_max_nodes: mostNodes });
  return model;
}

/** The optimum as the solver gives it; its numbers may be fractions. */
function solve(model: Model, variable: number, direction: 'least' | 'greatest'): Optimum | null {
  model.changeColCost(variable, 1);
  model.changeObjectiveSense(direction === 'least' ? minimize : maximize);
  model.run();
  const optimum = optimumOf(model, direction);
  model.changeColCost(variable, 0);
  return optimum;
}

function optimumOf(model: Model, direction: 'least' | 'greatest'): Optimum | null {
  const infinite = direction === 'least' ? -Infinity : Infinity;
  const rounded = (value: number) =>
    (direction === 'least' ? Math.ceil(value - tolerance) : Math.floor(value + tolerance)) + 0;
  switch (model.getModelStatus()) {
    case status.optimal:
      return { end: rounded(model.getObjectiveValue()), solution: [...model.getSolution().colValue] };
    case status.infeasible:
      return null;
    case status.unbounded:
    case status.unboundedOrInfeasible:
      return { end: infinite, solution: null };
    default: {
      // Given up: what is proved of the end.
      const proved = Number(model.info.get('mip_dual_bound'));
      return { end: Number.isFinite(proved) ? rounded(proved) : infinite, solution: null };
    }
  }
}
