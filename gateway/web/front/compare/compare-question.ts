import { type Comparison } from '../address.ts';
import { type Question } from '../ask.ts';
import { boroughs } from '../boroughs.ts';

/** Of London as a whole, beside which each borough is set. */
export const londonCode = 'E12000007';

/** How many of the newest periods each small chart has: two years of months. */
const periods = 24;

/** The one rate that the graph works out for one area at a time, from the offences of one agency and the residents of another. */
const workedOut = 'recorded-crime-rate';

/** Asks for one indicator in each borough and in London. */
export function writeCompareQuestion({ indicator, narrowing }: Comparison): Question {
  const variables = { id: indicator, dimensions: narrowing.length > 0 ? narrowing : null, periods };
  return indicator === workedOut
    ? { query: workedOutQuery, variables: { id: indicator, periods } }
    : { query: everyBoroughQuery, variables };
}

const about = `name
      definition
      unit
      valueType
      multiplier
      decimals
      polarity
      dimensions { id label values { value label } }
      held { absence { text } }
      dataset { id title publisher licence attribution designation }`;

const series = `
fragment Compared on Series {
  area { code name }
  site { id name }
  relation
  latest { ...Figure }
  observations(last: $periods) { ...Figure }
  caveats { severity text }
  breaks { at note }
  comparators(kinds: [LONDON]) { outcome method reason difference }
}

fragment Figure on Observation {
  period { id label start end }
  value
  displayValue
  status
  flags
  lower
  upper
  numerator
  denominator
  release { id publishedAt }
}
`;

const everyBoroughQuery = `# One indicator in every borough, and in London.
query Compare($id: ID!, $dimensions: [DimensionInput!], $periods: Int!) {
  indicator(id: $id) {
    ... on AnyIndicator {
      ${about}
      ${[...boroughs.map(({ code }) => code), londonCode]
        .map((code) => `${code}: series(area: "${code}", dimensions: $dimensions) { ...Compared }`)
        .join('\n      ')}
    }
  }
}
${series}`;

const workedOutQuery = `# Recorded crime per 1,000 residents in every borough.
query CompareCrimeRates($id: ID!, $periods: Int!) {
  indicator(id: $id) {
    ... on AnyIndicator {
      ${about}
    }
  }
  boroughs {
    code
    series: crimeRate { ...Compared }
  }
}
${series}`;
