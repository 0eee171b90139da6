/** One sheet of a workbook: the texts of its cells, as a program would save them as CSV, with the full figures. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The parts of a workbook by their names within it. */
export type WorkbookParts = (name: string) => string | null;
