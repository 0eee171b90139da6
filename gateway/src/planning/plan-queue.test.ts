import { describe, expect, it } from 'vitest';
import { type Lane, PlanQueue } from './plan-queue.ts';

interface Item {
  readonly lane: Lane;
  readonly client: string;
  readonly name: string;
}

const item = (name: string, client = 'one', lane: Lane = 'cheap'): Item => ({ lane, client, name });
const allLanes: readonly Lane[] = ['registered', 'cheap', 'other'];

function queueOf(items: readonly Item[], bounds = { maxWaiting: 10, maxWaitingOfClient: 5 }): PlanQueue<Item> {
  const queue = new PlanQueue<Item>(bounds);
  for (const one of items) queue.add(one);
  return queue;
}

function takeAll(queue: PlanQueue<Item>, lanes = allLanes): readonly string[] {
  const names: string[] = [];
  for (let next = queue.take(lanes); next !== null; next = queue.take(lanes)) names.push(next.name);
  return names;
}

describe('A queue of plans', () => {
  it('serves clients in turns, each in its own order', () => {
    const queue = queueOf([
      item('a1'),
      item('a2'),
      item('a3'),
      item('b1', 'two'),
      item('b2', 'two'),
      item('c1', 'three'),
    ]);
    expect(takeAll(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  });

  it('serves what is registered first, then what is cheap, and only the lanes that are asked for', () => {
    const queue = queueOf([item('other', 'one', 'other'), item('cheap'), item('registered', 'two', 'registered')]);
    expect(takeAll(queue, ['registered', 'cheap'])).toEqual(['registered', 'cheap']);
    expect(takeAll(queue)).toEqual(['other']);
  });

  it('takes no more of one client, nor of all, than may wait in a lane', () => {
    const queue = queueOf([], { maxWaiting: 3, maxWaitingOfClient: 2 });
    const added = [
      item('a1'),
      item('a2'),
      item('a3'),
      item('b1', 'two'),
      item('c1', 'three'),
      item('d', 'one', 'other'),
    ];
    expect(added.map((one) => queue.add(one))).toEqual([true, true, false, true, false, true]);
  });

  it('forgets what is taken out, and says whether it waited', () => {
    const [first, second] = [item('a1'), item('a2')];
    const queue = queueOf([first, second]);
    expect([queue.remove(first), queue.remove(first)]).toEqual([true, false]);
    expect(queue.clear()).toEqual([second]);
    expect(queue.take(allLanes)).toBeNull();
  });
});
