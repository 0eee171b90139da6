/**
 * What stands in the editor: GraphiQL tells of each change by the properties `handlers`, and what it begins with stands in what it
 * keeps. `watch` is told after each change.
 */
export function followEditor(begins) {
  const current = { query: begins.query ?? '', variables: begins.variables ?? '' };
  const watchers = [];
  const change = (part) => {
    Object.assign(current, part);
    for (const watcher of watchers) watcher(current);
  };
  const handlers = {
    onEditQuery: (query) => change({ query }),
    onEditVariables: (variables) => change({ variables }),
    onTabChange: ({ tabs, activeTabIndex }) => {
      const { query, variables } = tabs[activeTabIndex] ?? {};
      change({ query: query ?? '', variables: variables ?? '' });
    },
  };
  return { current, handlers, watch: (watcher) => watchers.push(watcher) };
}

/** What GraphiQL kept of the tab that was open last; nothing on a first visit, or where a browser keeps nothing. */
export function readKept() {
  try {
    const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{}');
    const { query, variables } = tabs?.[activeTabIndex] ?? {};
    return { query: query ?? undefined, variables: variables ?? undefined };
  } catch {
    return {};
  }
}

/** The variables as an object; null while they are none that can be read. */
export function readVariables(text) {
  if (text.trim() === '') return {};
  try {
    const read = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read : null;
  } catch {
    return null;
  }
}
