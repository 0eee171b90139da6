import { z } from 'zod';
import { createRandom } from '../reference/random.ts';
import { citedLines, inventoryPath } from '../support/plan-documents.ts';

/** True where the documents are at hand. */
export const hasLine = inventoryPath !== null;

const factSchema = z.object({
  id: z.string(),
  value: z.number().nullable(),
  printed: z.string(),
  unit: z.string(),
  source: z.string(),
});

type Fact = z.infer<typeof factSchema>;

/** Some facts of an answer, the same in every run. */
export function drawFacts(answer: unknown, count: number): readonly Fact[] {
  const { whole } = createRandom('facts of the plans');
  const facts = z.array(factSchema).parse(answer);
  return facts
    .map((fact) => ({ fact, at: whole(1_000_000_000) }))
    .toSorted((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ fact }) => fact);
}

/** What a number is multiplied by where the words beside it, or the heading of its table, say so. */
const scales = [1, 1_000_000, 1_000_000_000, 0.01];

/**
 * Whether the lines that a fact cites print it: in a table as a cell of its own, elsewhere among their words; and whether its value is
 * what is printed, by the scale of the line. What is printed in words is looked for as words.
 */
export function numbersAgree({ value, printed, source }: Fact): boolean {
  const lines = citedLines(source);
  const cells = lines.flatMap((line) => line.split('\t')).map((cell) => cell.trim());
  const isTable = lines.some((line) => line.split('\t').length > 2);
  const isPrinted = isTable
    ? cells.some((cell) => cell === printed || cell.includes(` ${printed}`))
    : lines.join(' ').replaceAll('*', '').includes(printed);
  const [numeral] = /-?\d[\d,]*(?:\.\d+)?/.exec(printed) ?? [];
  if (numeral === undefined || value === null) return isPrinted;
  const number = Number(numeral.replaceAll(',', ''));
  const isValue =
    scales.some((scale) => Math.abs(number * scale - value) <= 1e-9 * Math.abs(value)) || value === 1 + number / 100;
  return isPrinted && isValue;
}
