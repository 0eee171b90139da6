import { boroughs } from '@boroughgraph/kit/geography/areas.ts';

/** Two years of months for 32 boroughs, once for everybody and once for named users. */
export function safetyFile(): string {
  const months = Array.from(
    { length: 24 },
    (_, at) => `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const rows = boroughs
    .filter(({ code }) => code !== 'E09000001')
    .flatMap(({ code }, area) =>
      months.flatMap((month, at) =>
        ['knives-seized', 'weapon-arrests'].map(
          (indicator) => `${indicator},${code},${month},${20 + ((area * 7 + at * 3) % 40)}`,
        ),
      ),
    );
  // What is for everybody says which months the file is of.
  const ofForce = months.map((month) => `weapon-arrests,E23000001,${month},1500`);
  return ['indicator,area,period,value', ...rows, ...ofForce, ''].join('\n');
}

/** 32 series of 24 months. */
export const pageOf = (indicator: string) =>
  `{ policing { series(indicators: ["${indicator}"], areaType: BOROUGH, first: 40) { nodes { area { code } values statuses } } } }`;
/** One of them. */
export const seriesOf = (indicator: string) =>
  `{ policing { indicator(id: "${indicator}") { series(area: "E09000012") { latest { value } values statuses } } } }`;

/** A way in which the same is asked. */
export interface Way {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly indicator: string;
}

/** The answer, unread. */
export async function askFor(way: Way, query: string): Promise<string> {
  const response = await fetch(`${way.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...way.headers },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

/** @throws when a way does not show all figures: what is withheld costs less. */
export async function requireShown(way: Way): Promise<void> {
  const text = await askFor(way, pageOf(way.indicator));
  const shown = text.match(/"PUBLISHED"/g)?.length ?? 0;
  if (shown !== 32 * 24)
    throw new Error(`${way.name}: ${shown} figures are shown, and ${32 * 24} should be: ${text.slice(0, 300)}`);
}
