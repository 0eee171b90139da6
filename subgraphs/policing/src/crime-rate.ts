import type { Derivation } from '@boroughgraph/kit/series/series-cells.ts';
import { servedElsewhere, workOut } from '@boroughgraph/kit/disclosure/protect.ts';
import type { ProtectedReading } from '@boroughgraph/kit/statistics/observation.ts';
import { type Period, periodFromId } from '@boroughgraph/kit/statistics/periods.ts';
import { recordedCrime, recordedCrimeRate } from './datasets/mps-recorded-crime-borough.ts';
import type { PopulationEstimate } from '@boroughgraph/kit/generated/core-types.ts';

/** Years between a month and its residents' estimate from which a reader is warned. Source: the contract, `Area.crimeRate`. */
const farYears = 2;

/**
 * How the rate follows from offences and from the residents that another agency estimates: for each month those of its own year or,
 * while these are not published, of the last year before it. Months before the first estimate take that one. Null where no residents
 * of all ages are known.
 */
export function rateDerivation(estimates: readonly PopulationEstimate[] | null): Derivation | null {
  const residents = (estimates ?? [])
    .filter(({ ageBand, persons }) => ageBand === 'ALL_AGES' && persons > 0)
    .toSorted((a, b) => a.year - b.year);
  const [first] = residents;
  if (first === undefined) return null;
  const residentsOf = (month: number) => residents.findLast(({ year }) => year <= month) ?? first;
  return {
    from: recordedCrime,
    basis: JSON.stringify(residents),
    derive: (reading, period) => {
      const estimate = residentsOf(yearOf(period));
      return {
        ...rateOf(reading, estimate),
        denominatorPeriod: periodFromId(`S${estimate.year}-06-30`),
        denominatorSource: sourceOf(estimate),
      };
    },
    isSynthetic: residents.some(({ isSynthetic }) => isSynthetic),
    caveats: (latest) => {
      const { year } = residentsOf(yearOf(latest));
      const text = `Rates of ${latest.label} use residents of ${year}, ${year > yearOf(latest) ? 'the first' : 'the last'} year that is known: the number of residents has changed since.`;
      return Math.abs(year - yearOf(latest)) > farYears ? [{ severity: 'CAUTION', text }] : [];
    },
  };
}

const yearOf = (period: Period) => Number(period.start.slice(0, 4));
const sourceOf = ({ source, year, releaseId }: PopulationEstimate) => `${source}, residents of ${year} (${releaseId})`;

function rateOf(offences: ProtectedReading, { persons, isSynthetic: areMadeUp }: PopulationEstimate): ProtectedReading {
  const { multiplier } = recordedCrimeRate;
  const flags = offences.flags ?? [];
  const isSynthetic = areMadeUp && !flags.includes('SYNTHETIC');
  return {
    status: offences.status,
    value: offences.value === null ? null : workOut(offences.value, (count) => (count / persons) * multiplier),
    flags: isSynthetic ? [...flags, 'SYNTHETIC'] : flags,
    numerator: offences.value,
    denominator: servedElsewhere(persons),
  };
}
