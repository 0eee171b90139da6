import { z } from 'zod';
import type { Standing, StandingOf } from './standing.ts';
import type { Tie } from './system-entry.ts';

/** Asks the running graph; errors of an answer are for whoever asks to throw. */
export type Ask = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;

const datasetSchema = z.object({ id: z.string(), publisher: z.string(), accessTier: z.string() });
const agencySchema = z.object({
  id: z.string(),
  datasets: z.array(datasetSchema.extend({ latestRelease: z.object({ id: z.string() }).nullable() })),
  indicators: z.array(z.object({ id: z.string(), dataset: datasetSchema })),
});
const catalogueSchema = z.record(z.string(), agencySchema);
const pageSchema = z.object({
  nodes: z.array(
    z.object({
      isSynthetic: z.boolean(),
      dimensions: z.array(z.object({ dimension: z.string(), value: z.string() })),
      latest: z.object({ value: z.number() }).nullable(),
    }),
  ),
});
type Page = z.infer<typeof pageSchema>;
const pagesSchema = z.record(z.string(), z.record(z.string(), pageSchema));

/** Series of an indicator that are looked at: of small tables whole pages may be withheld, but not that many. */
const seriesLookedAt = 100;
/** Indicators that are asked for at once, so that no question costs more than one may. */
const askedAtOnce = 25;

/** The field of the root at which an agency answers. */
export const rootOf = (agency: string) => agency.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What the graph makes of ties, by what it answers: its catalogue, and of what is open whether a series has a figure that nobody made up. */
export async function readStandings(ask: Ask, ties: readonly Tie[]): Promise<StandingOf> {
  const distinct = [...new Map(ties.map((tie) => [tie.name, tie])).values()];
  const roots = [...new Set(distinct.map(({ agency }) => rootOf(agency)))];
  const of = 'id publisher accessTier';
  const catalogue = catalogueSchema.parse(
    await ask(
      `{ ${roots.map((root) => `${root} { id datasets { ${of} latestRelease { id } } indicators { id dataset { ${of} } } }`).join(' ')} }`,
    ),
  );
  const held = await readHeld(ask, distinct, catalogue);
  return (tie) => standingIn(catalogue, held, tie);
}

/**
 * @throws {Error} for what the graph has not.
 */
function standingIn(
  catalogue: Readonly<Record<string, z.infer<typeof agencySchema>>>,
  held: ReadonlySet<string>,
  { name, agency, id }: Tie,
): Standing {
  const own = catalogue[rootOf(agency)];
  const dataset = own?.datasets.find((one) => one.id === id);
  const of = own?.indicators.find((one) => one.id === id)?.dataset ?? dataset;
  if (of === undefined) throw new Error(`"${name}": expected an indicator or a dataset of the graph`);
  const { publisher } = of;
  if (held.has(name) || (dataset?.latestRelease ?? null) !== null) return { answer: 'HELD', publisher };
  return { answer: of.accessTier === 'OPEN' ? 'AWAITED' : 'RESTRICTED', publisher };
}

/** The names of the ties of which the graph shows a figure. */
async function readHeld(
  ask: Ask,
  ties: readonly Tie[],
  catalogue: Readonly<Record<string, z.infer<typeof agencySchema>>>,
): Promise<ReadonlySet<string>> {
  const open = ties.filter(({ agency, id }) =>
    catalogue[rootOf(agency)]?.indicators.some((one) => one.id === id && one.dataset.accessTier === 'OPEN'),
  );
  const held = new Set<string>();
  for (const [root, own] of Map.groupBy(open, ({ agency }) => rootOf(agency)))
    for (let at = 0; at < own.length; at += askedAtOnce) {
      const asked = own.slice(at, at + askedAtOnce);
      const pages = pagesSchema.parse(await ask(`{ ${root} { ${asked.map(seriesOf).join(' ')} } }`))[root] ?? {};
      asked.filter((tie, index) => hasFigure(pages[`s${index}`], tie)).forEach(({ name }) => held.add(name));
    }
  return held;
}

function seriesOf({ id, narrowing }: Tie, index: number): string {
  const dimensions = Object.entries(narrowing).map(
    ([dimension, value]) => `{ dimension: "${dimension}", value: "${value}" }`,
  );
  return `s${index}: series(indicators: ["${id}"], dimensions: [${dimensions.join(', ')}], first: ${seriesLookedAt}) { nodes { isSynthetic dimensions { dimension value } latest { value } } }`;
}

/** Whether a series of what is meant has a figure: of a part, the part itself and none of its own parts. */
function hasFigure(page: Page | undefined, { narrowing }: Tie): boolean {
  const depth = Object.keys(narrowing).length;
  return (
    page?.nodes.some(
      ({ isSynthetic, dimensions, latest }) =>
        !isSynthetic && latest !== null && (depth === 0 || dimensions.length === depth),
    ) ?? false
  );
}
