/** The operation that the address of the page has behind `#`, so that no server is sent it; none where there is none. */
export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const query = given.get('query');
  return query === null ? {} : { query, variables: given.get('variables') ?? '' };
}

/** The address of the page with an operation in it. */
export function writeAddress({ query, variables }) {
  const given = new URLSearchParams({ query });
  if (variables.trim() !== '') given.set('variables', variables);
  return `${location.href.split(/[?#]/)[0]}#${given}`;
}

/** Has the address follow what stands in the editor. */
export function keepAddress(current) {
  history.replaceState({}, '', writeAddress(current));
}
