import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Misbehaviour } from '../../testing/agency-server.ts';
import { startTestGateway } from '../../testing/gateway-for-test.ts';

describe('the playground', () => {
  it('begins with the operation for one borough, and on the first visit with Hackney', async () => {
    await using test = await startTestGateway();
    const first = await visit(test.gateway.url, null);
    expect(first.shown).toEqual({
      endpoint: './graphql',
      title: 'boroughgraph',
      defaultQuery: expect.stringContaining('query BoroughSafety($code: ID!)') as string,
      // By which what stands above the editor follows it.
      ...Object.fromEntries(['onEditQuery', 'onEditVariables', 'onTabChange'].map((name) => [name, expect.anything()])),
    });
    expect(first.kept).toEqual([['graphiql:variables', '{\n  "code": "E09000012"\n}']]);
    expect((await visit(test.gateway.url, '{}')).kept).toEqual([]);
  });

  it('starts the workers of its editor from its own server', async () => {
    await using test = await startTestGateway();
    const { workerOf } = await visit(test.gateway.url, null);
    const addresses = ['json', 'graphql', 'editorWorkerService', 'another'].map(workerOf);
    const answers = await Promise.all(addresses.map((address) => fetch(address)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await Promise.all(answers.map((answer) => answer.text()));
    expect(addresses.map((address) => /worker-(\w+)-/.exec(address)?.[1])).toEqual([
      'json',
      'graphql',
      'editorWorkerService',
      'editorWorkerService',
    ]);
  });
});

describe('the banner over synthetic data', () => {
  it('names the datasets of the answer that is shown, and goes with it', async () => {
    const marked: Misbehaviour = (response, { query }) => {
      const synthetic = query.includes('crime') ? ['recorded-crime', 'officers'] : [];
      const data = { _entities: [{ crime: { recorded: 100 } }] };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ data, extensions: { synthetic } }));
    };
    await using test = await startTestGateway({ misbehaviour: { policing: marked } });
    const { banners, ask } = await visit(test.gateway.url, null);
    expect(banners).toEqual([]);
    await ask('{ borough(code: "E09000012") { crime { recorded } } }');
    const text = 'SYNTHETIC sample data of officers, recorded-crime: made up to try the graph with, not real figures';
    expect(banners).toEqual([text]);
    await ask('{ __schema { queryType { name } } }');
    expect(banners).toEqual([text]);
    await ask('{ borough(code: "E09000012") { health { admissions } } }');
    expect(banners).toEqual([]);
  });
});

/** What the page does in a browser. */
interface Visit {
  /** What GraphiQL is told to show. */
  readonly shown: unknown;
  /** What is kept in the browser. */
  readonly kept: readonly (readonly string[])[];
  /** The texts of the banners that are on the page. */
  readonly banners: readonly string[];
  /** Asks as GraphiQL does, by the page's own fetch. */
  readonly ask: (query: string) => Promise<unknown>;
  /** The address of the worker that the editor asks for by a label. */
  readonly workerOf: (label: string) => string;
}

/** An element that nobody looks at: what the page does to it leaves no trace. */
function makeElement(): object {
  const none = () => undefined;
  return {
    setAttribute: none,
    addEventListener: none,
    append: none,
    replaceChildren: none,
    querySelectorAll: () => [],
    classList: { toggle: none },
  };
}

/** Watches what never changes. */
class Unmoved {
  observe(): void {
    // Nobody is told of anything.
  }
}

/**
 * Runs the page's own script as it is served, in a document that keeps what is appended to it, with a GraphiQL that keeps what
 * it is told.
 *
 * @param variables - What the browser has kept of an earlier visit.
 */
async function visit(url: string, variables: string | null): Promise<Visit> {
  const html = await (await fetch(`${url}/playground`)).text();
  const [, address = ''] = /<script type="module"[^>]* src="([^"]*)"/.exec(html) ?? [];
  const [, options = ''] = /data-options="([^"]*)"/.exec(html) ?? [];
  const banners: string[] = [];
  const kept: string[][] = [];
  let shown: unknown;
  const page = {
    document: {
      ...makeElement(),
      createElement: makeElement,
      querySelector: (selector: string) =>
        selector === '#root'
          ? { ...makeElement(), dataset: { options: options.replaceAll('&quot;', '"') } }
          : { remove: () => (banners.length = 0) },
      body: {
        prepend: () => undefined,
        append: ({ textContent }: { textContent: string }) => banners.push(textContent),
      },
    },
    localStorage: { getItem: () => variables, setItem: (...pair: string[]) => kept.push(pair) },
    sessionStorage: { getItem: () => null },
    URL,
    URLSearchParams,
    Headers,
    Response,
    location: { href: `${url}/playground`, hash: '' },
    // Nobody types, so that nothing is asked of what stands in the editor.
    setTimeout: () => 0,
    clearTimeout: () => undefined,
    fetch: (path: string, request: RequestInit): Promise<Response> => fetch(new URL(path, url), request),
    YogaGraphiQL: { renderYogaGraphiQL: (_root: unknown, told: unknown) => (shown = told) },
    // Nothing is drawn, and nobody has a window whose size could change.
    MutationObserver: Unmoved,
    ResizeObserver: Unmoved,
    MonacoEnvironment: { getWorkerUrl: (_module: string, label: string) => label },
  };
  runInNewContext(await (await fetch(new URL(address, `${url}/playground`))).text(), page);
  const headers = { 'content-type': 'application/json' };
  const asked = (query: string) =>
    page.fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) }).then((each) => each.text());
  return { shown, kept, banners, ask: asked, workerOf: (label) => page.MonacoEnvironment.getWorkerUrl('', label) };
}
