import { describe, expect, it } from 'vitest';
import { stoodOn, undated } from './area-record.ts';
import { areaUnits, unitTypes } from './area-units.ts';
import { areaByCode, boroughs, isWellFormedAreaCode } from './areas.ts';

const allBoroughs = boroughs.map(({ code }) => code);
const cityOfLondon = 'E09000001';
const unitsOf = (borough: string, type: string, day: string) =>
  areaUnits.filter((unit) => unit.type === type && unit.members.includes(borough) && stoodOn(unit, day));

describe('units of several boroughs', () => {
  it('are 12 of the police, 9 and 9 of the courts, 6 of health and 18 of probation', () => {
    expect(unitTypes.map((type) => [type, areaUnits.filter((unit) => unit.type === type).length])).toEqual([
      ['BASIC_COMMAND_UNIT', 12],
      ['LOCAL_JUSTICE_AREA', 9],
      ['LCJB_AREA', 9],
      ['INTEGRATED_CARE_BOARD', 6],
      ['PROBATION_DELIVERY_UNIT', 18],
    ]);
  });

  it('hold each borough exactly once today, but for the City, which no unit of the Met holds', () => {
    const wrong = unitTypes.flatMap((type) =>
      allBoroughs
        .map((borough) => ({ type, borough, count: unitsOf(borough, type, '2026-11-22').length }))
        .filter(({ count, borough }) => count !== (type === 'BASIC_COMMAND_UNIT' && borough === cityOfLondon ? 0 : 1)),
    );
    expect(wrong).toEqual([]);
    expect(areaByCode(cityOfLondon)?.note).toContain('it lies in no Basic Command Unit');
  });

  it('have codes that are well formed, names of their own, and a source', () => {
    expect(areaUnits.filter(({ code }) => !isWellFormedAreaCode(code))).toEqual([]);
    expect(new Set(areaUnits.map(({ name }) => name)).size).toBe(areaUnits.length);
    expect(areaUnits.filter(({ ground }) => (ground?.source ?? '') === '')).toEqual([]);
  });

  // Facts of the table that would be lost by taking names for places.
  it('of one name are different places: police and courts have no borough in common in the North East', () => {
    const police = areaByCode('basic-command-unit:north-east')?.members ?? [];
    const courts = areaByCode('local-justice-area:north-east-london')?.members ?? [];
    expect(police.filter((borough) => courts.includes(borough))).toEqual([]);
    expect(areaByCode('basic-command-unit:east-area')?.members).toEqual(courts);
  });

  it('do not nest: counts of units that lie in more than one of another kind', () => {
    const day = '2026-03-31';
    const straddling = (type: string, other: string) =>
      areaUnits
        .filter((unit) => unit.type === type && stoodOn(unit, day))
        .filter(({ members }) => {
          const within = members.flatMap((borough) => unitsOf(borough, other, day).map(({ code }) => code));
          return new Set(within).size > 1;
        }).length;
    expect({
      commandsOverBoards: straddling('BASIC_COMMAND_UNIT', 'INTEGRATED_CARE_BOARD'),
      commandsOverProbation: straddling('BASIC_COMMAND_UNIT', 'PROBATION_DELIVERY_UNIT'),
      courtsOverBoards: straddling('LOCAL_JUSTICE_AREA', 'INTEGRATED_CARE_BOARD'),
      courtsOverProbation: straddling('LOCAL_JUSTICE_AREA', 'PROBATION_DELIVERY_UNIT'),
      probationOverBoards: straddling('PROBATION_DELIVERY_UNIT', 'INTEGRATED_CARE_BOARD'),
    }).toEqual({
      commandsOverBoards: 2,
      commandsOverProbation: 9,
      courtsOverBoards: 3,
      courtsOverProbation: 9,
      probationOverBoards: 2,
    });
  });
});

describe('integrated care boards', () => {
  const barnet = 'E09000003';
  const boardsOf = (day: string) => unitsOf(barnet, 'INTEGRATED_CARE_BOARD', day).map(({ code }) => code);

  it('of Barnet on 31 March and 1 April 2026 are two', () => {
    expect(boardsOf('2026-03-31')).toEqual(['E54000028']);
    expect(boardsOf('2026-04-01')).toEqual(['integrated-care-board:north-west-and-north-central-london']);
  });

  it('are none before they were established on 1 July 2022', () => {
    expect([boardsOf('2022-06-30'), boardsOf('2022-07-01')]).toEqual([[], ['E54000028']]);
  });

  it('are five before the merger and four after; the new one has 13 boroughs and no invented code', () => {
    const on = (day: string) =>
      areaUnits.filter((unit) => unit.type === 'INTEGRATED_CARE_BOARD' && stoodOn(unit, day)).length;
    expect([on('2026-03-31'), on('2026-04-01')]).toEqual([5, 4]);
    const board = areaByCode('integrated-care-board:north-west-and-north-central-london');
    expect(board?.members).toHaveLength(13);
    expect(board?.note).toContain('not known');
  });
});

describe('stoodOn', () => {
  it('includes both ends, and every day where none is known', () => {
    const life = { ...undated, validFrom: '2020-01-02', validTo: '2020-01-03' };
    const days = ['2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'];
    expect(days.map((day) => stoodOn(life, day))).toEqual([false, true, true, false]);
    expect(stoodOn(undated, '1900-01-01')).toBe(true);
  });

  it('begins no earlier than the day before which it did not exist', () => {
    const pathfinder = areaByCode('basic-command-unit:central-north') ?? undated;
    expect([pathfinder.validFrom, stoodOn(pathfinder, '2016-12-31'), stoodOn(pathfinder, '2017-01-01')]).toEqual([
      null,
      false,
      true,
    ]);
  });
});
