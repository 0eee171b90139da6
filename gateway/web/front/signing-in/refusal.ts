import { type Session, sessionHeaders } from './session.ts';

/** Why the graph lets nobody in by a session, in its own words; null where it does. Never rejects. */
export async function findRefusal(endpoint: string, session: Session): Promise<string | null> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sessionHeaders(session) },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    // A GraphQL server answers in this form.
    const { errors = [] } = (await response.json()) as { readonly errors?: readonly { readonly message: string }[] };
    return errors[0]?.message ?? null;
  } catch {
    return 'nothing: it does not answer. It may be starting, or the way to it may be cut.';
  }
}
