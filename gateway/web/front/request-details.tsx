import { type Question, type Took } from './ask.ts';
import { CopyButton } from './copy-button.tsx';
import { writePlaygroundAddress } from './playground-address.ts';
import { useSite } from './site.tsx';

/** The one request that has filled the page, with what it took, for whoever wants to ask it, too. */
export function RequestDetails({ took, question }: { readonly took: Took; readonly question: Question }) {
  const { endpoint, top } = useSite();
  const { query, variables } = question;
  const body = JSON.stringify(question).replaceAll("'", String.raw`'\''`);
  return (
    <details className="request" id="request">
      <summary>
        The one request behind this page: {took.ms.toLocaleString('en-GB')} ms, {Math.round(took.bytes / 1024)} kB
        {took.cost !== null && `, cost ${describeCost(took.cost)}`}
      </summary>
      <p>
        Sent to <code>{endpoint}</code>, which asked the agencies that know, at once. It can be tried and changed in the{' '}
        <a href={top + writePlaygroundAddress(question)}>playground</a>.
      </p>
      <p className="tools">
        <CopyButton label="Copy the query" write={() => query} />
        <CopyButton
          label="Copy as curl"
          write={() => `curl -s '${endpoint}' -H 'content-type: application/json' -d '${body}'`}
        />
      </p>
      <h3>Variables</h3>
      <pre tabIndex={0} aria-label="Variables">
        {JSON.stringify(variables, null, 2)}
      </pre>
      <h3>Query</h3>
      <pre tabIndex={0} aria-label="Query">
        {query}
      </pre>
    </details>
  );
}

function describeCost({ actual, estimate, limit }: NonNullable<Took['cost']>): string {
  return `${(actual ?? estimate ?? 0).toLocaleString('en-GB')} of at most ${limit.toLocaleString('en-GB')}`;
}
