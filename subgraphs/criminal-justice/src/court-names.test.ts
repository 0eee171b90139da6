import { describe, expect, it } from 'vitest';
import { readCourtName, tierOfName } from './court-names.ts';
import { crownCourtNamed, crownCourts } from './crown-courts.ts';

describe('the kind of court that a name tells', () => {
  it.each([
    ['Snaresbrook Crown Court', 'CROWN'],
    ['Central Criminal Court', 'CROWN'],
    ["Thames Magistrates' Court", 'MAGISTRATES'],
    ['Wakefield & Pontefract Magistrates Court', 'MAGISTRATES'],
    ['Bow County Court', 'COUNTY'],
    ['East London Family Proceedings Court', 'FAMILY'],
    ['Principal Registry of the Family Division', 'FAMILY'],
    ['Barnet Civil and Family Courts Centre', 'COMBINED'],
    ["Stockport Magistrates' and County Courts", 'COMBINED'],
    ['Basildon Combined Court', 'COMBINED'],
    ['Immigration and Asylum Tribunal', 'TRIBUNAL'],
    ['Court of Appeal Civil Division', 'UNKNOWN'],
    ["Mayor's and City of London Court", 'UNKNOWN'],
    ['Royal Courts of Justice', 'UNKNOWN'],
  ])('is, of %s, %s', (name, tier) => {
    expect(tierOfName(name)).toBe(tier);
  });
});

describe('the name of a court in a register', () => {
  it('has its tier in the id and in an alias, and its former name in another', () => {
    expect(readCourtName("Tottenham  Magistrates' Court (formerly Enfield Magistrates' Court)")).toEqual({
      id: 'court:tottenham-magistrates-court',
      name: 'Tottenham',
      aliases: ["Tottenham Magistrates' Court", "Enfield Magistrates' Court"],
      tier: 'MAGISTRATES',
    });
  });

  it('stays whole where it tells no tier or several', () => {
    expect(readCourtName('Rolls Building')).toEqual({
      id: 'court:rolls-building',
      name: 'Rolls Building',
      aliases: [],
      tier: 'UNKNOWN',
    });
    expect(readCourtName('Northampton Crown and County Court').name).toBe('Northampton Crown and County Court');
  });
});

describe('a Crown Court of London', () => {
  it.each([
    ['Old Bailey', 'court:central-criminal-court'],
    ['the old bailey', 'court:central-criminal-court'],
    ['Central Criminal Court', 'court:central-criminal-court'],
    ['Inner London', 'court:inner-london-sessions-house-crown-court'],
    ['Inner London Sessions House', 'court:inner-london-sessions-house-crown-court'],
    ['Inner London Crown Court', 'court:inner-london-sessions-house-crown-court'],
    ['Kingston Upon Thames', 'court:kingston-upon-thames-crown-court'],
    ['KINGSTON-UPON-THAMES CROWN COURT', 'court:kingston-upon-thames-crown-court'],
  ])('is known as %s', (name, id) => {
    expect(crownCourtNamed(name)?.id).toBe(id);
  });

  it.each(['Kingston', 'Kingston upon Hull', 'Kingston-upon-Thames County Court', 'Leicester', ''])(
    'is not %j',
    (name) => {
      expect(crownCourtNamed(name)).toBeNull();
    },
  );

  it('has a name and an id of its own', () => {
    expect(new Set(crownCourts.map(({ id }) => id)).size).toBe(11);
  });
});
