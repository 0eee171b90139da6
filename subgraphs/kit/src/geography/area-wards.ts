/*
 * The wards of London as they stand since the elections of May 2022, when 25 boroughs took new ones: E05 and a number, which
 * the Office for National Statistics gives to the wards of one order in a row. First number and how many, by borough.
 *
 * Source: Office for National Statistics, Open Geography Portal, ward to local authority district lookup, December 2023.
 */
const numbersByBorough: Readonly<Record<string, readonly [first: number, count: number]>> = {
  E09000001: [9288, 25],
  E09000002: [14053, 19],
  E09000003: [13628, 24],
  E09000004: [11217, 17],
  E09000005: [13496, 22],
  E09000006: [13987, 22],
  E09000007: [13652, 20],
  E09000008: [11462, 28],
  E09000009: [13518, 24],
  E09000010: [13672, 25],
  E09000011: [14072, 23],
  E09000012: [9367, 21],
  E09000013: [13733, 21],
  E09000014: [13585, 21],
  E09000015: [13542, 22],
  E09000016: [13967, 20],
  E09000017: [13564, 21],
  E09000018: [13606, 22],
  E09000019: [13697, 17],
  E09000020: [9388, 18],
  E09000021: [13928, 19],
  E09000022: [14095, 25],
  E09000023: [13714, 19],
  E09000024: [13810, 20],
  E09000025: [13904, 24],
  E09000026: [11234, 22],
  E09000027: [13774, 18],
  E09000028: [11095, 23],
  E09000029: [13754, 20],
  E09000030: [9317, 20],
  E09000031: [13882, 22],
  E09000032: [14009, 22],
  E09000033: [13792, 18],
};

/** The year whose wards these are: a ward code means nothing without it. */
export const wardVintage = 2022;

/** Numbers from here on were given by the orders that took effect in May 2022. */
const firstNumberOf2022 = 13_496;

/** The codes of all wards of that year in a borough; empty for any other area. Never throws. */
export function wardsOf2022(borough: string): readonly string[] {
  const [first, count] = numbersByBorough[borough] ?? [0, 0];
  return Array.from({ length: count }, (_, index) => `E05${String(first + index).padStart(6, '0')}`);
}

/** A ward of that year, by its code. */
export interface KnownWard {
  /** The code of the borough in which it lies. */
  readonly borough: string;
  /** True where it came with the elections of May 2022; false where it is older and still stands. */
  readonly isNewIn2022: boolean;
}

const wardsByCode: ReadonlyMap<string, KnownWard> = new Map(
  Object.keys(numbersByBorough).flatMap((borough) =>
    wardsOf2022(borough).map(
      (code) => [code, { borough, isNewIn2022: Number(code.slice(3)) >= firstNumberOf2022 }] as const,
    ),
  ),
);

/** The ward of London that has this code since May 2022; null for a ward of another year or place. Never throws. */
export function wardOf2022(code: string): KnownWard | null {
  return wardsByCode.get(code) ?? null;
}
