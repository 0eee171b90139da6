import { expect, it } from 'vitest';
import { parseMemory } from './memory-use.ts';

const rollup = `00400000-7ffd1f5f3000 ---p 00000000 00:00 0                              [rollup]
Rss:              221940 kB
Pss:              170012 kB
Pss_Dirty:        140120 kB
Shared_Clean:      60000 kB
`;

it('The memory of a process is read from the words of the kernel, in bytes', () => {
  // 221,940 x 1,024 and 170,012 x 1,024.
  expect(parseMemory(rollup)).toEqual({ residentBytes: 227_266_560, proportionalBytes: 174_092_288 });
});

it('Words without a figure are refused', () => {
  expect(() => parseMemory(rollup.replace(/^Pss:.*\n/m, ''))).toThrow('no line "Pss: … kB"');
});
