import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { ask, startTestGateway } from '../../testing/gateway-for-test.ts';
import { hashOperation, useOf } from './operation-use.ts';
import { Usage } from './usage.ts';
import { UsageCounter } from './usage-counts.ts';
import { readUsage, writeUsage } from './usage-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'boroughgraph-usage-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const today = () => new Date().toISOString().slice(0, 10);

function hashOf(text: string, name?: string): string {
  const document = parse(text);
  const operation = getOperationAST(document, name);
  if (!operation) throw new Error('The text has no such operation');
  return hashOperation(document, operation);
}

const fail = (error: unknown) => {
  throw new Error('Usage cannot be written', { cause: error });
};

describe('The usage of a gateway', () => {
  it('has how often operations and fields were asked for, and by whom, and nothing that was looked for', async () => {
    const own = join(folder, 'gateway');
    const query = 'query Names($code: ID!) { borough(code: $code) { name } }';
    await using system = await startTestGateway({ usageFolder: own, responseBytes: 1_000_000 });
    const send = (text: string, variables: object, client?: string) =>
      ask(
        system.gateway.url,
        { query: text, variables },
        client === undefined ? {} : { 'apollographql-client-name': client },
      );
    for (const client of ['Borough page', 'Borough page', undefined, 'jane@example.invalid'])
      expect((await send(query, { code: 'E09000012' }, client)).errors).toBeUndefined();
    expect((await send('{ borough(code: "E09000007") { name } }', {})).errors).toBeUndefined();
    expect((await send('{ nothing }', {}, 'Mistaken')).errors).toHaveLength(1);
    await system.gateway.close();
    const usage = await readUsage(own, today());
    const named = { 'Borough page': 2, unnamed: 1, other: 1 };
    expect(Object.fromEntries(usage?.operations.get(hashOf(query)) ?? [])).toEqual(named);
    expect(usage?.operations.size).toBe(2);
    expect(Object.fromEntries(usage?.fields.get('Borough.name') ?? [])).toEqual({ ...named, unnamed: 2 });
    const texts = await Promise.all((await readdir(own)).map((file) => readFile(join(own, file), 'utf8')));
    expect(texts.join('')).not.toMatch(/E09|jane|Mistaken/);
  });

  it('is bounded, whatever is sent: what comes after the thousandth operation and the fiftieth client is counted together', () => {
    const counter = new UsageCounter();
    for (let number = 0; number < 3_000; number += 1)
      counter.add({ hash: `hash ${String(number)}`, coordinates: ['Query.one'] }, `client ${String(number)}`);
    const { operations, fields } = counter.counts;
    expect(operations.size).toBe(1_001);
    expect(fields.get('Query.one')?.size).toBe(51);
    expect(fields.get('Query.one')?.get('other')).toBe(2_950);
    expect([...(operations.get('other')?.values() ?? [])].reduce((sum, count) => sum + count, 0)).toBe(2_000);
  });

  it('is written for each day, and read for ninety', async () => {
    const own = join(folder, 'days');
    const use = { hash: 'one', coordinates: ['Query.one'] };
    const write = (day: string) => {
      const counter = new UsageCounter();
      counter.add(use, 'page');
      return writeUsage(own, { day, writer: 'before', counts: counter.counts });
    };
    await write('2025-01-01');
    await write('2025-03-01');
    let now = new Date('2025-04-30T23:59:00Z');
    const usage = new Usage({ folder: own, onError: fail, now: () => now });
    usage.add(use, 'page');
    now = new Date('2025-05-01T00:01:00Z');
    usage.add(use, 'page');
    usage.add(use, 'page');
    await usage.close();
    expect((await readdir(own)).map((file) => file.slice(0, 10)).toSorted()).toEqual([
      '2025-03-01',
      '2025-04-30',
      '2025-05-01',
    ]);
    const read = await readUsage(own, '2025-05-01');
    expect(read?.since).toBe('2025-03-01');
    expect(read?.operations.get('one')).toEqual(new Map([['page', 4]]));
    expect(await readUsage(own, '2026-01-01')).toBeNull();
  });
});

describe('An operation', () => {
  it('has one hash, wherever and by whomever it is asked', () => {
    const one = 'query A { area(code: "E09000012", last: [1, 2]) { ...Names } } fragment Names on Area { name }';
    const same = `query B { other }
      fragment Names on Area { name }
      query A { area(code: "E09000007", last: [3]) {
        ...Names
      } }`;
    expect(hashOf(one)).toBe(hashOf(same, 'A'));
    expect(hashOf(one)).not.toBe(hashOf(one.replace('{ name }', '{ code }')));
  });

  it('uses its fields, their types, and the arguments that it gives', () => {
    const schema = buildSchema('type Query { area(code: ID!, last: Int): Area } type Area { name: String code: ID }');
    const document = parse('query A { area(code: "E09000012") { name } }');
    const operation = getOperationAST(document);
    if (!operation) throw new Error('The text has no operation');
    expect(useOf(schema, document, operation).coordinates.toSorted()).toEqual([
      'Area',
      'Area.name',
      'ID',
      'Query',
      'Query.area',
      'Query.area(code:)',
      'String',
    ]);
  });
});
