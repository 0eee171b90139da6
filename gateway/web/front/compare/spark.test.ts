import { describe, expect, it } from 'vitest';
import { drawSpark } from './spark.ts';

const range = { lowest: 0, highest: 10 };
const figureOf = (value: number | null, limits: readonly [number, number] | null = null) => ({
  value,
  lower: limits?.[0] ?? null,
  upper: limits?.[1] ?? null,
});

describe('a small chart', () => {
  it('begins at nought, and is interrupted where there is no figure, which has a mark at the foot', () => {
    const { line, missing, band } = drawSpark(
      [0, null, 5, 10].map((value) => figureOf(value)),
      range,
    );
    expect([line, missing, band]).toEqual(['M0 100h0.01M66.67 50L100 0h0.01', 'M33.33 100v-14', '']);
  });

  it('is shaded between limits', () => {
    expect(drawSpark([figureOf(5, [4, 6]), figureOf(5, [3, 7])], range).band).toBe('M0 40L100 30L100 70L0 60Z');
  });

  it('is not shaded where there is no figure', () => {
    const figures = [figureOf(5, [4, 6]), figureOf(5, [4, 6]), figureOf(null), figureOf(5, [4, 6])];
    expect(drawSpark(figures, range).band).toBe('M0 40L33.33 40L33.33 60L0 60Z');
  });
});
