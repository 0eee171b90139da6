// GraphiQL takes a default operation as an option, but variables only as ones that come back, in one more tab, whenever the
// page is loaded again. It finds them where it keeps what people have typed.
const key = 'graphiql:variables';

/** Gives the example operation its variables on a browser's first visit; from then on, what people have typed is theirs. */
export function fillFirstVisit(variables) {
  if (variables === undefined || localStorage.getItem(key) !== null) return;
  localStorage.setItem(key, JSON.stringify(variables, null, 2));
}
