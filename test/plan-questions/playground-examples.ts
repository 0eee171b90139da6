import { z } from 'zod';

const optionsSchema = z.object({
  examples: z.array(z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) })),
});

/** An operation of the playground's menu, with the values that it fills in. */
type PlaygroundExample = z.infer<typeof optionsSchema>['examples'][number];

/**
 * The examples that a gateway's playground shows, in their order.
 *
 * @throws where the page has none, or they have another form.
 */
export async function readPlaygroundExamples(gatewayUrl: string): Promise<readonly PlaygroundExample[]> {
  const page = await (await fetch(`${gatewayUrl}/playground`)).text();
  const [, written = ''] = /data-options="([^"]*)"/.exec(page) ?? [];
  const text = written
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  return optionsSchema.parse(JSON.parse(text.replaceAll('&amp;', '&'))).examples;
}
