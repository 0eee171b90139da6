import type { KeyObject } from 'node:crypto';
import {
  agreeOnSession,
  makeSessionHalf,
  sessionAnswer,
  sessionPath,
  type ViewerSession,
} from '../wire/viewer-session.ts';
import { post, showAnswer, signedHeaders, type TriedAnswer, type TriedSubgraph } from './subgraph-client.ts';
import { graphqlPath } from '../wire/paths.ts';

type Headers = Readonly<Record<string, string>>;

/** What is wrong with the sessions of a subgraph; null where they are as they should be, and where it has none: nobody has to. */
export async function findSessions(subgraph: TriedSubgraph): Promise<string | null> {
  const { key } = subgraph;
  const own = makeSessionHalf();
  const answer = await offer(subgraph, own.text, key);
  if (answer.status !== 200) return null;
  const agreed = sessionAnswer.safeParse(answer.json).data;
  if (agreed === undefined) return `at ${sessionPath} is something else; ${showAnswer(answer)}`;
  const terms = { agency: subgraph.name, session: agreed.session, gatewayHalf: own.text, agencyHalf: agreed.half };
  const session = agreeOnSession(terms, own.privateKey, agreed.half);
  return (await findSealed(subgraph, session)) ?? (await findOpened(subgraph, session, own.text));
}

/** Whether what a session seals is taken once, and for its body alone. */
async function findSealed(subgraph: TriedSubgraph, session: ViewerSession): Promise<string | null> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const send = (headers: Headers) => post(subgraph, { path: graphqlPath, body, headers });
  const headers = signedHeaders(subgraph, body, session);
  const first = await send(headers);
  if (first.status !== 200) return `what a session seals is not taken; ${showAnswer(first)}`;
  const again = await send(headers);
  if (again.status !== 401) return `what a session seals is taken twice; ${showAnswer(again)}`;
  const other = await send(signedHeaders(subgraph, `${body} `, session));
  return other.status === 401 ? null : `what a session seals for another body is taken; ${showAnswer(other)}`;
}

/** Whether a session opens no other, nor does a half that hides nothing. */
async function findOpened(subgraph: TriedSubgraph, session: ViewerSession, half: string): Promise<string | null> {
  const bySession = await offer(subgraph, half, session);
  if (bySession.status !== 401) return `a session opens another; ${showAnswer(bySession)}`;
  const byNothing = await offer(subgraph, 'A'.repeat(43), subgraph.key);
  return byNothing.status === 400 ? null : `a half of zeros opens a session; ${showAnswer(byNothing)}`;
}

function offer(subgraph: TriedSubgraph, half: string, by: KeyObject | ViewerSession | null): Promise<TriedAnswer> {
  const body = JSON.stringify({ half });
  return post(subgraph, { path: sessionPath, body, headers: signedHeaders(subgraph, body, by) });
}
