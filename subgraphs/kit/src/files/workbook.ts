import { strFromU8, unzipSync } from 'fflate';
import { openDocumentSheets } from './open-document.ts';
import { officeSheets } from './office-open.ts';
import { FileProblem } from './row-problem.ts';
import type { Sheet, WorkbookParts } from './sheet.ts';

/** Bytes of all parts that are read at most: a workbook of published figures has a few megabytes, a bomb has no end. */
const maximumPartBytes = 64 * 1024 * 1024;

/** The parts that hold cells, their texts and their formats; not pictures and macros. */
const readParts =
  /^(xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml|content\.xml)$/;

/**
 * The sheets of a workbook, in its order. Formulas are read as the value that was saved with them.
 *
 * @throws {FileProblem} when it is damaged, larger than what is read, or no sheet has a cell.
 */
export function readWorkbook(name: string, bytes: Uint8Array, form: 'xlsx' | 'ods'): readonly Sheet[] {
  try {
    const parts = unpack(name, bytes);
    const part: WorkbookParts = (path) => (parts[path] === undefined ? null : strFromU8(parts[path]));
    const sheets = form === 'xlsx' ? officeSheets(part) : openDocumentSheets(part);
    const filled = sheets.map(withoutMargins).filter(({ rows }) => rows.length > 0);
    if (filled.length === 0) throw new FileProblem(`${name} is a workbook without a filled cell`);
    return filled;
  } catch (cause) {
    if (cause instanceof FileProblem) throw cause;
    throw new FileProblem(
      `${name} is a damaged workbook, or one of a form that is not read: open it and choose File > Save As > CSV UTF-8 (Comma delimited)`,
      { cause },
    );
  }
}

function unpack(name: string, bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  return unzipSync(bytes, {
    filter: (part) => {
      if (!readParts.test(part.name)) return false;
      total += part.originalSize;
      if (total > maximumPartBytes)
        throw new FileProblem(
          `${name} is a workbook of more than ${maximumPartBytes / 1024 / 1024} MB when it is unpacked: save its sheet as CSV UTF-8`,
        );
      return true;
    },
  });
}

/** A sheet without the empty rows below its last filled one, all rows of one width. */
function withoutMargins({ name, rows }: Sheet): Sheet {
  const isFilled = (cell: string) => cell.trim() !== '';
  const kept = rows.slice(0, rows.findLastIndex((row) => row.some(isFilled)) + 1);
  const width = kept.reduce((widest, row) => Math.max(widest, row.findLastIndex(isFilled) + 1), 0);
  return { name, rows: kept.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')) };
}
