import { indicatorTypeOf } from '@boroughgraph/schema/own-type.ts';
import { describe, expect, it } from 'vitest';
import { agencies } from '../support/all-agencies.ts';

/** The agencies that answer for each type of indicator that a framework points at. */
const agencyOf = new Map(agencies.map(({ name, typeDefs }) => [indicatorTypeOf(name, typeDefs).name.value, name]));

/** A reference to another agency's indicator, or the local authorities' own definition. */
interface Measured {
  readonly __typename?: string;
  readonly id?: string;
  /** Of a reference: the id, and after a space `dimension=value` with semicolons between. */
  readonly link?: string;
}

/** The indicator that a reference points at, and to what it is narrowed. */
function indicatorIn({ __typename, id: own, link = own ?? '' }: Measured) {
  const [id = '', narrowing = ''] = link.split(' ');
  return { __typename, id, narrowing };
}

/** What the local authorities answer to `Query.frameworks`, as far as it is read here. */
interface Framework {
  readonly measures: readonly {
    readonly id: string;
    readonly polarity: string | null;
    readonly collection: string;
    readonly measuredBy: readonly Measured[];
  }[];
}

/**
 * Measures that call another direction good than their indicator does, and why that is right. Crime that a plan wants to cut is part of
 * all that is recorded, of which a rise may be more that is reported. Attrition is what conviction and detection leave. How fair a
 * stop seems is a gap between groups, of which the indicator holds each.
 */
const contraryOnPurpose = [
  ...['conviction-rate', 'hate-crime-sanction-detection-rate'].map((id) => `f17-hate-attrition ${id}`),
  ...['conviction-rate', 'hate-crime-sanction-detection-rate'].map((id) => `m17-hate-attrition ${id}`),
  'c-stop-search-fairness public-attitude',
  ...[
    'burglary',
    'criminal-damage',
    'robbery',
    'theft-from-mv',
    'theft-of-mv',
    'theft-person',
    'violence-with-injury',
  ].map((kind) => `f13-${kind} recorded-crime`),
].toSorted();

const localAuthority = agencies.find(({ name }) => name === 'local-authority');

describe('frameworks', () => {
  // The types of the SDL have checked the resolver where it is written; it asks nothing of a request.
  const { Query } = localAuthority?.resolvers as {
    readonly Query: {
      readonly frameworks: () => readonly Framework[];
      readonly planFacts: (
        root: null,
        given: object,
      ) => readonly { readonly id: string; readonly indicator: Measured }[];
    };
  };
  const links = Query.frameworks().flatMap(({ measures }) =>
    measures.flatMap(({ id, polarity, collection, measuredBy }) =>
      measuredBy.map((measured) => ({ measure: id, polarity, collection, indicator: indicatorIn(measured) })),
    ),
  );
  const facts = Query.planFacts(null, {}).map(({ id, indicator }) => ({
    measure: id,
    indicator: indicatorIn(indicator),
  }));

  it('point at what is measured', () => {
    expect(links.length).toBeGreaterThan(10);
  });

  it('and facts point at indicators that their agencies have', () => {
    const strays = [...links, ...facts].filter(({ indicator }) => {
      const name = agencyOf.get(indicator.__typename ?? '') ?? 'local-authority';
      return agencies.find((agency) => agency.name === name)?.indicators.some(({ id }) => id === indicator.id) !== true;
    });
    expect(strays).toEqual([]);
  });

  it('agree with their indicators on what is good, where both say it', () => {
    const polarities = new Map(
      agencies.flatMap(({ indicators }) => indicators.map(({ id, polarity }) => [id, polarity])),
    );
    const isNeutral = (polarity: string | null | undefined) => polarity == null || polarity === 'NO_JUDGEMENT';
    const contrary = links.filter(({ polarity, indicator }) => {
      const own = polarities.get(indicator.id);
      return !isNeutral(polarity) && !isNeutral(own) && own !== polarity;
    });
    expect([...new Set(contrary.map(({ measure, indicator }) => `${measure} ${indicator.id}`))].toSorted()).toEqual(
      contraryOnPurpose,
    );
  });

  it('and facts narrow them to values that they have', () => {
    const narrowed = [...links, ...facts].flatMap(({ measure, indicator: { id, narrowing } }) =>
      narrowing === '' ? [] : narrowing.split(';').map((part) => ({ measure, id, part })),
    );
    expect(narrowed.length).toBeGreaterThan(10);
    const known = new Set(
      agencies.flatMap(({ indicators }) =>
        indicators.flatMap(({ id, dimensions }) =>
          dimensions.flatMap((dimension) => dimension.choices.map(({ value }) => `${id} ${dimension.id}=${value}`)),
        ),
      ),
    );
    expect(narrowed.filter(({ id, part }) => !known.has(`${id} ${part}`))).toEqual([]);
  });

  it('point from what nobody collects only at indicators that wait for figures', () => {
    const published = agencies.flatMap(({ datasets }) =>
      datasets
        .filter(({ formats, reviewed }) => formats.length > 0 || reviewed !== undefined)
        .flatMap(({ indicators }) => indicators.map(({ id }) => id)),
    );
    const strays = links.filter(
      ({ collection, indicator }) => collection === 'NOT_COLLECTED' && published.includes(indicator.id),
    );
    expect(strays).toEqual([]);
  });
});
