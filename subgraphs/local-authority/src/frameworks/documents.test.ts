import { describe, expect, it } from 'vitest';
import { businessPlan, decision2017, response2017 } from './documents.ts';

describe('a place in a document', () => {
  it('is one line, or several', () => {
    expect(businessPlan('1428')).toBe(
      'Business Plan 2017-18 (Metropolitan Police Service), line 1428 of the text extract',
    );
    expect(businessPlan('187-189')).toBe(
      'Business Plan 2017-18 (Metropolitan Police Service), lines 187-189 of the text extract',
    );
  });

  it('names the part of the Mayoral decision in which the line lies', () => {
    expect(decision2017('2080', '931')).toBe(
      'Police and Crime Plan 2017-21 (Mayoral decision PCD 168), lines 2080, 931 of the text extract',
    );
    expect(decision2017('173')).toMatch(/^Talk London Survey, /);
    expect(decision2017('432')).toMatch(/^Integrated Impact Assessment /);
    expect(decision2017('2729')).toMatch(/^Response to the Mayor's Draft Police and Crime Plan .*PCD 168/);
    expect(response2017('8-37')).not.toContain('PCD 168');
  });

  it('refuses what is no line, and lines of two parts', () => {
    expect(() => decision2017('')).toThrow('line "" is in no part of the decision: expected 1 or more');
    expect(() => decision2017('432', '2080')).toThrow('lines 432, 2080 lie in more than one part: expected one');
  });
});
