import {
  type DatasetDefinition,
  type FileFormat,
  leftOut,
  loaded,
  type OpenedFile,
  type RowReader,
} from '@boroughgraph/kit/datasets/dataset.ts';
import type { ReleaseDraft } from '@boroughgraph/kit/datasets/release-draft.ts';
import type { Row } from '@boroughgraph/kit/files/row.ts';
import { dimension, type DimensionChoice, slug } from '@boroughgraph/kit/statistics/dimensions.ts';
import { disclosurePolicies } from '@boroughgraph/kit/disclosure/policy.ts';
import type { IndicatorDefinition } from '@boroughgraph/kit/statistics/indicator.ts';
import { ordinalOf } from '@boroughgraph/kit/statistics/periods.ts';
import { financialYearInName } from '../financial-year-in-name.ts';
import { metropolitanArea } from '../force-areas.ts';
import { forceIn, forcesIn } from '../force-rows.ts';

/**
 * The tactics as the table writes them, and the value of each. They are nested, by name alone: what is under "of which" is among it, and
 * a total of a kind is of its tactics. The total of all leaves out tactical communication and what was not reported.
 */
const tactics: readonly (readonly [written: string, label: string, value?: string])[] = [
  ['*Total Tactics', 'All but tactical communication and not reported', 'all'],
  ['*Total Restraint', 'Restraint, all of it', 'restraint'],
  ['Handcuffing, of which', 'Handcuffing', 'handcuffing'],
  ['Compliant handcuffing', 'Compliant handcuffing'],
  ['Non-compliant handcuffing', 'Non-compliant handcuffing'],
  ['Handcuffing not stated', 'Handcuffing not stated'],
  ['Limb / Body restraints', 'Limb or body restraints'],
  ['Ground restraint', 'Ground restraint'],
  ['*Total Unarmed skills', 'Unarmed skills'],
  ['*Total Other equipment', 'Other equipment, all of it', 'other-equipment'],
  ['Baton, of which', 'Baton'],
  ['Baton drawn', 'Baton drawn'],
  ['Baton used', 'Baton used'],
  ['Baton not stated', 'Baton not stated'],
  ['Irritant spray, of which', 'Irritant spray'],
  ['Irritant spray - drawn', 'Irritant spray drawn'],
  ['Irritant spray - used', 'Irritant spray used'],
  ['Irritant spray not stated', 'Irritant spray not stated'],
  ['Spit and bite guard', 'Spit and bite guard'],
  ['Shield', 'Shield'],
  ['*Total Less lethal weapons', 'Less lethal weapons, all of them', 'less-lethal-weapons'],
  ['CED of which', 'Conducted energy device'],
  ['CED non-discharge', 'Conducted energy device not discharged'],
  ['CED discharge', 'Conducted energy device discharged'],
  ['CED not stated', 'Conducted energy device not stated'],
  ['AEP, of which', 'Attenuating energy projectile'],
  ['AEP drawn', 'Attenuating energy projectile drawn'],
  ['AEP used', 'Attenuating energy projectile used'],
  ['AEP not stated', 'Attenuating energy projectile not stated'],
  ['*Total Firearms', 'Firearms'],
  ['*Total Other', 'Other tactics, all of them', 'other'],
  ['Dog use, of which', 'Dog'],
  ['Dog deployed', 'Dog deployed'],
  ['Dog bite', 'Dog bite'],
  ['Dog not stated', 'Dog not stated'],
  ['Other / improvised', 'Other or improvised'],
  ['*Total Not reported', 'Not reported'],
  ['Tactical communication', 'Tactical communication'],
];
const choices = tactics.map(([, label, value = slug(label)]): DimensionChoice => ({ value, label }));
const valueOfTactic = Object.fromEntries(tactics.map(([written, label, value = slug(label)]) => [written, value]));

/** The columns of perceived ethnicity. */
const ethnicities = dimension('ethnicity', 'Ethnicity as the officer perceived it', [
  'White',
  'Black',
  'Asian',
  'Mixed',
  'Other',
  'Not reported',
]);

const useOfForce: IndicatorDefinition = {
  id: 'use-of-force-tactics',
  datasetId: 'use-of-force',
  name: 'Use of force',
  alsoCalled: ['police force tactics', 'police brutality', 'force used by police'],
  valuesAlsoCalled: {
    'conducted-energy-device': ['taser', 'tasers', 'stun gun', 'CED'],
    'irritant-spray': ['pepper spray', 'CS spray', 'PAVA'],
    handcuffing: ['handcuffs'],
    dog: ['police dogs'],
    'spit-and-bite-guard': ['spit hoods'],
    restraint: ['restraints'],
    baton: ['truncheon'],
  },
  definition:
    'Times that officers of a force reported a tactic of force in the year, by tactic and by the ethnicity of the person as the officer perceived it. Tactics are counted, not incidents or people: one incident has several.',
  unit: 'ITEMS',
  valueType: 'COUNT',
  multiplier: 1,
  decimals: 0,
  polarity: 'NO_JUDGEMENT',
  additivity: 'OVERLAPPING',
  attributionBasis: 'EMPLOYER',
  areaTypes: ['POLICE_FORCE_AREA', 'COUNTRY'],
  grid: { type: 'FINANCIAL_YEAR' },
  dimensions: [{ id: 'tactic', label: 'Tactic', choices }, ethnicities],
  headline: { tactic: 'all' },
  notMeasuredIn: { E92000001: 'Published for England and Wales together, not for England.' },
  caveats: [
    {
      severity: 'CAUTION',
      text: 'Tactics are nested: handcuffing is part of restraint, and compliant handcuffing of handcuffing. Never add them all.',
    },
    {
      severity: 'CAUTION',
      text: 'What is reported differs between forces and grows as recording improves: more reports are not more force. No residents stand beside the ethnicities, which are perceived, so that no rate follows.',
    },
  ],
};

const table: FileFormat = {
  name: 'the Home Office table of tactics of force by police force and ethnicity',
  delimiter: ',',
  columns: {
    force: { headings: ['Police Force'] },
    kind: { headings: ['Type of force'] },
    tactic: { headings: ['Tactic'] },
    white: { headings: ['White'] },
    black: { headings: ['Black (or Black British)', 'Black'] },
    asian: { headings: ['Asian (or Asian British)', 'Asian'] },
    mixed: { headings: ['Mixed'] },
    other: { headings: ['Other'] },
    'not-reported': { headings: ['Not reported'] },
    total: { headings: ['Number of times tactic reported', 'Total'] },
  },
  otherColumns: 'refused',
  open: openTable,
};

/** What it has besides forces. */
const wider = { 'total-england-and-wales': 'K04000001', 'england-and-wales': 'K04000001' } as const;

function openTable(file: OpenedFile, draft: ReleaseDraft): RowReader {
  const ordinal = ordinalOf(useOfForce.grid, financialYearInName(file.name));
  draft.covers(useOfForce, [ordinal]);
  if (!forcesIn(file, 'force').has(metropolitanArea)) draft.notice('it has no row of the Metropolitan Police');
  return (row) => readRow(row, ordinal, draft);
}

function readRow(row: Row, ordinal: number, draft: ReleaseDraft) {
  const place = forceIn(row, 'force', wider);
  if (place === null) return leftOut('a force outside London');
  const tactic = row.oneOf('tactic', valueOfTactic);
  const total = row.count('total');
  const parts = ethnicities.choices.map(({ value }) => ({ value, reading: row.count(value) }));
  const sum = parts.reduce((known, { reading }) => known + (reading.value ?? 0), 0);
  if (total.value !== sum) row.refuse('total', `${sum}, as many as its ethnicities together`);
  const stage = (dimensions: Readonly<Record<string, string>>, reading: typeof total) => {
    draft.stage({ indicator: useOfForce, place, dimensions, cells: [{ ordinal, reading }] });
  };
  stage({ tactic }, total);
  for (const { value, reading } of parts) stage({ tactic, ethnicity: value }, reading);
  return loaded;
}

export const dataset: DatasetDefinition = {
  id: 'use-of-force',
  title: 'Police use of force',
  publisher: 'the Home Office',
  description:
    'Tactics of force that officers reported in a year, by police force, tactic and perceived ethnicity. A copy of the published tables that a third party tidied, with every figure as published.',
  licence: 'Open Government Licence v3.0',
  attribution:
    'Contains public sector information licensed under the Open Government Licence v3.0. Home Office, Police use of force statistics, England and Wales; table tidied by the Resistance Lab.',
  designation: 'RESEARCH',
  accessTier: 'OPEN',
  frequency: 'Yearly',
  landingPage: 'https://www.gov.uk/government/collections/police-use-of-force-statistics',
  // The bulletin of April 2019 to March 2020, of December 2020, calls itself experimental statistics; of later ones nothing is held.
  inDevelopmentUntil: '2021-01-01',
  disclosurePolicy: {
    ...disclosurePolicies.none,
    id: 'home-office-use-of-force',
    description:
      'Nothing is withheld: the Home Office publishes each count of a force and year in full. Counts are of tactics in a whole force, never of people or incidents, nor of a place within it.',
  },
  indicators: [useOfForce],
  formats: [table],
};
