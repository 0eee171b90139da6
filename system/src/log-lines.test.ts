import { expect, it } from 'vitest';
import { openLogs } from './log-lines.ts';

const written = (format: 'text' | 'json', ...lines: readonly (readonly [string, string])[]): readonly string[] => {
  const all: string[] = [];
  const logs = openLogs(format, (line) => all.push(line));
  for (const [name, line] of lines) logs(name)(line);
  return all;
};

it('On a terminal each line says from which process it is', () => {
  expect(
    written('text', ['gateway', '{"level":30}'], ['health', 'a stack'], ['system', 'health is started again']),
  ).toEqual(['[gateway] {"level":30}', '[health] a stack', 'health is started again']);
});

it('Elsewhere each line is one JSON object: those of the servers as they are, others with the name of their process', () => {
  const lines = written(
    'json',
    ['gateway', '{"level":30,"msg":"request"}'],
    ['health', '{ no object'],
    ['system', 'again'],
  );
  expect(lines.map((line) => ({ ...(JSON.parse(line) as object), time: null }))).toEqual([
    { level: 30, msg: 'request', time: null },
    { level: 50, time: null, name: 'health', msg: '{ no object' },
    { level: 50, time: null, name: 'system', msg: 'again' },
  ]);
});
