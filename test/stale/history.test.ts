import { describe, expect, it } from 'vitest';
import { History } from './history.ts';

const history = new History(1);
history.add({ what: 'a load', beganAt: 100, endedAt: 110, figure: 2 });
history.add({ what: 'a recall', beganAt: 200, endedAt: 200, figure: 1 });
const judge = (askedAt: number, answeredAt: number, figure: number | null) =>
  history.findFault({ by: 'a gateway', askedAt, answeredAt, figure });

describe('an answer', () => {
  it.each([
    [0, 5, 1],
    // While a change is made, either is right.
    [105, 106, 1],
    [105, 106, 2],
    [90, 101, 2],
    [110, 120, 1],
    [150, 160, 2],
    [199, 230, 2],
    [199, 230, 1],
    [500, 501, 1],
  ])('asked at %d and given at %d may say %d', (askedAt, answeredAt, figure) => {
    expect(judge(askedAt, answeredAt, figure)).toBeNull();
  });

  it.each([
    [111, 120, 1],
    [90, 99, 2],
    [201, 230, 2],
    [150, 160, null],
    [150, 160, 7],
  ])('asked at %d and given at %d may not say %j', (askedAt, answeredAt, figure) => {
    expect(judge(askedAt, answeredAt, figure)).toContain('a gateway answered');
  });
});
