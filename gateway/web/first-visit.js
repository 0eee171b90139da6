// Gives the example operation its borough, Hackney, on a browser's first visit. GraphiQL takes a default operation as an
// option, but variables only as ones that come back, in one more tab, whenever the page is loaded again; from here on it
// finds them where it keeps what people have typed.
const key = 'graphiql:variables';
if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify({ code: 'E09000012' }, null, 2));
