import { boroughs } from '@boroughgraph/kit/geography/areas.ts';

/** A square of the layout; both are counted from 1, columns from the west and rows from the north. */
export interface Tile {
  readonly column: number;
  readonly row: number;
}

/*
 * The 33 boroughs by their register keys, each a square of one size. Source: laid out by this project from the centres of
 * the outlines that the Greater London Authority publishes, so that neighbours stay neighbours, and reviewed by hand. The
 * two empty squares in the east are the Thames.
 */
const layout = `
  ...  ...  ...  ENF  ...  ...  ...
  ...  HRW  BNE  HRY  WFT  RDB  HAV
  HIL  BEN  CMD  ISL  HCK  NWM  BDG
  EAL  KEC  WSM  LND  TWH  ...  ...
  HNS  HMF  WND  LBH  SWK  GRE  BEX
  ...  RIC  MRT  CRY  LEW  BRY  ...
  ...  KTT  STN  ...  ...  ...  ...
`;

const byKey: ReadonlyMap<string, Tile> = new Map(
  layout
    .trim()
    .split('\n')
    .flatMap((line, row) =>
      line
        .trim()
        .split(/\s+/)
        .map((key, column) => [key, { column: column + 1, row: row + 1 }] as const),
    ),
);

const byCode: ReadonlyMap<string, Tile | undefined> = new Map(
  boroughs.map(({ code, registerCode }) => [code, byKey.get(registerCode ?? '')]),
);

/** Where a borough stands in the layout; null for any other code. Never throws. */
export function tileOf(code: string): Tile | null {
  return byCode.get(code) ?? null;
}
