import type { FoundValue, NamedThing } from '@boroughgraph/schema/finding/ranking.ts';
import type { ValueType } from '@boroughgraph/schema/vocabulary/core.ts';
import type { DatasetDefinition } from '../../datasets/dataset.ts';
import type { DimensionChoice } from '../../statistics/dimensions.ts';
import type { IndicatorDefinition } from '../../statistics/indicator.ts';

/** Something of an agency that can be found. */
export interface FindableThing extends NamedThing {
  /** The indicator that it is, or of which it is a value; null for anything else. */
  readonly indicator: IndicatorDefinition | null;
}

/** What an agency defines. */
interface DefiningAgency {
  readonly indicators: readonly IndicatorDefinition[];
  readonly datasets: readonly DatasetDefinition[];
}

/** The same objects each time, by agency: how they stand is remembered by them. */
const known = new WeakMap<DefiningAgency, readonly FindableThing[]>();

/** What every agency has to be found: its indicators, the values of their dimensions, and its datasets. Never throws. */
export function definedThings(agency: DefiningAgency): readonly FindableThing[] {
  const things = known.get(agency) ?? makeThings(agency);
  known.set(agency, things);
  return things;
}

function makeThings({ indicators, datasets }: DefiningAgency): readonly FindableThing[] {
  const titles = new Map(datasets.map(({ id, title, publisher }) => [id, `${title} ${publisher}`]));
  return [
    ...indicators.map((indicator) => indicatorThing(indicator, titles.get(indicator.datasetId) ?? '')),
    ...indicators.flatMap(valueThings),
    ...datasets.map(datasetThing),
  ];
}

/** What is worked out from another is meant less often than that. */
const computedWeight = 0.9;
const valueWeight = 0.98;
const datasetWeight = 0.7;

function indicatorThing(indicator: IndicatorDefinition, about: string): FindableThing {
  const { id, name, definition, alsoCalled = [], isComputed } = indicator;
  return {
    kind: 'INDICATOR',
    id,
    name,
    alsoCalled: [...alsoCalled, id],
    about: `${about} ${statisticWords(indicator)}`,
    text: definition,
    indicator,
    narrowing: [],
    ...(isComputed === true && { weight: computedWeight }),
  };
}

function valueThings(indicator: IndicatorDefinition): readonly FindableThing[] {
  if (indicator.isComputed === true) return [];
  return indicator.dimensions.flatMap((dimension, index) =>
    dimension.choices.map((choice): FindableThing => {
      const around = outerOf(indicator, index, choice);
      return {
        kind: 'DIMENSION_VALUE',
        id: indicator.id,
        name: choice.label,
        isNamed: dimension.standsAlone === true,
        alsoCalled: [
          ...(indicator.valuesAlsoCalled?.[choice.value] ?? []),
          ...indicatorNames(indicator).map((name) => `${choice.label} ${name}`),
        ],
        about: [
          indicator.name,
          ...(indicator.alsoCalled ?? []),
          ...around.map(({ label }) => label),
          statisticWords(indicator),
        ].join(' '),
        text: dimension.label,
        indicator,
        narrowing: [
          ...headlineBesides(indicator, dimension.id),
          ...around,
          { dimension: dimension.id, value: choice.value, label: choice.label },
        ],
        weight: valueWeight,
      };
    }),
  );
}

/** Everyday words for each kind of statistic. */
const ofStatistics: Partial<Readonly<Record<ValueType, string>>> = {
  CRUDE_RATE: 'rate per',
  STANDARDISED_RATE: 'rate per standardised',
  PROPORTION: 'share proportion percentage percent rate fraction',
  PERCENTAGE_POINT_GAP: 'gap difference percentage points',
  MEAN: 'average mean',
  MEDIAN: 'average median typical',
};

const statisticWords = ({ valueType }: IndicatorDefinition): string => ofStatistics[valueType] ?? '';

/** The other values of the headline: a stage of a case is at one kind of court and one statistic, or there is no series of it. */
function headlineBesides(indicator: IndicatorDefinition, dimension: string): readonly FoundValue[] {
  return Object.entries(indicator.headline ?? {}).flatMap(([id, value]) => {
    const choice = indicator.dimensions.find((one) => one.id === id)?.choices.find((one) => one.value === value);
    return id === dimension || choice === undefined ? [] : [{ dimension: id, value, label: choice.label }];
  });
}

/** As many names of an indicator are joined with those of its values: more make the index longer and find no more. */
const namesOfValues = 6;

const indicatorNames = ({ name, alsoCalled = [] }: IndicatorDefinition): readonly string[] =>
  [name, ...alsoCalled].slice(0, namesOfValues);

/** The value of the dimension before within which one lies. */
function outerOf(
  { dimensions }: IndicatorDefinition,
  index: number,
  { within }: DimensionChoice,
): readonly FoundValue[] {
  const outer = dimensions[index - 1];
  const choice = outer?.choices.find(({ value }) => value === within);
  return outer === undefined || choice === undefined
    ? []
    : [{ dimension: outer.id, value: choice.value, label: choice.label }];
}

function datasetThing({ id, title, publisher, description }: DatasetDefinition): FindableThing {
  return {
    kind: 'DATASET',
    id,
    name: title,
    about: publisher,
    text: description,
    indicator: null,
    narrowing: [],
    weight: datasetWeight,
  };
}
