import { areaTypeOf } from '@boroughgraph/kit/geography/area-codes.ts';
import { periodFromId } from '@boroughgraph/kit/statistics/periods.ts';
import { z } from 'zod';
import type { Random } from '../reference/random.ts';
import type { RunningSystem } from '../support/running-system.ts';
import type { FileCell } from './small-reader.ts';

const pageSchema = z.object({
  nodes: z.array(
    z.object({
      dimensions: z.array(z.object({ dimension: z.string(), value: z.string() })),
      observations: z.array(
        z.object({ period: z.object({ id: z.string() }), value: z.number().nullable(), status: z.string() }),
      ),
    }),
  ),
});
const answerSchema = z.record(z.string(), z.record(z.string(), pageSchema));

/** What the comparison of some cells found. */
export interface Compared {
  /** What the graph answers otherwise than the file says, a line each. */
  readonly wrong: readonly string[];
  /** Cells with a number in the file that the graph withholds, so that another does not follow. */
  readonly withheld: number;
}

/** Draws cells, in their order; one may come twice. */
export function drawCells(cells: readonly FileCell[], random: Random, count: number): readonly FileCell[] {
  return Array.from({ length: count }, () => random.pick(cells));
}

/** Asks the graph for each cell, in one question, and compares. A number that is rounded in the file may differ by what floats lose. */
export async function compareCells(system: RunningSystem, root: string, cells: readonly FileCell[]): Promise<Compared> {
  const { data, errors } = await system.ask(`{ ${root} { ${cells.map(seriesOf).join(' ')} } }`);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const pages = answerSchema.parse(data)[root] ?? {};
  const found = cells.map((cell, at) => ({ cell, ...observationIn(pages[`c${at}`], cell) }));
  const isWithheld = ({ cell, status, value }: (typeof found)[number]) =>
    cell.figure !== null && value === null && status === 'CONFIDENTIAL';
  const wrong = found.filter((one) => !isWithheld(one) && !agree(one.cell.figure, one.value));
  return {
    wrong: wrong.map(({ cell, value, status }) => `${JSON.stringify(cell)}: the graph says ${value} (${status})`),
    withheld: found.filter(isWithheld).length,
  };
}

function agree(figure: number | null, value: number | null): boolean {
  if (figure === null || value === null) return figure === value;
  return Math.abs(figure - value) <= 1e-6 * Math.max(1, Math.abs(figure));
}

function seriesOf({ indicator, place, dimensions, period }: FileCell, at: number): string {
  const { start, end, type } = periodFromId(period);
  const where = areaTypeOf(place) === null ? `sites: ["${place}"]` : `areas: ["${place}"]`;
  const narrowed = Object.entries(dimensions).map(
    ([dimension, value]) => `{ dimension: "${dimension}", value: "${value}" }`,
  );
  return `c${at}: series(indicators: ["${indicator}"], ${where}, dimensions: [${narrowed.join(', ')}], periodType: ${type}, first: 100) {
    nodes { dimensions { dimension value } observations(during: { from: "${start}", to: "${end}" }) { period { id } value status } } }`;
}

/** The observation of exactly what a cell is about; a gap that no series has is a value of null. */
function observationIn(page: z.infer<typeof pageSchema> | undefined, { dimensions, period }: FileCell) {
  const count = Object.keys(dimensions).length;
  const series = page?.nodes.find((node) => node.dimensions.length === count);
  const found = series?.observations.find((one) => one.period.id === period);
  return { value: found?.value ?? null, status: found?.status ?? 'no observation' };
}
