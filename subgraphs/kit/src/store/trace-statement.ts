import { currentSpan } from '@boroughgraph/schema/tracing/current-span.ts';

/** Traces a statement until it is settled, below the request that it is sent for; nothing happens where nothing is traced. */
export function traceStatement(text: string, statement: PromiseLike<unknown>): void {
  const span = currentSpan()?.begin(summarise(text), { 'db.system.name': 'postgresql' });
  if (span === undefined) return;
  void statement.then(
    () => {
      span.end({ hasFailed: false });
    },
    () => {
      span.end({ hasFailed: true });
    },
  );
}

/** A statement by what it does and the tables that it names: `select release, coverage`. No value that stands in it is repeated. Never throws. */
export function summarise(text: string): string {
  const [verb = 'statement'] = /\b(?:select|insert|update|delete)\b/i.exec(text) ?? [];
  const tables = [...text.matchAll(/\b(?:from|join|into|update)\s+"?([a-z_]+)\b"?(?!\s*\()/gi)].map(
    ([, name = '']) => name,
  );
  return [verb.toLowerCase(), [...new Set(tables)].join(', ')].join(' ').trim();
}
