import { fillFirstVisit } from './first-visit.js';
import { watchForSyntheticFigures } from './synthetic-banner.js';
// The addresses of the scripts in which GraphiQL's editor works beside the page; the build makes this module.
import { workers } from 'virtual:graphiql-workers';

const root = document.querySelector('#root');
const { variables, ...options } = JSON.parse(root.dataset.options);

globalThis.MonacoEnvironment = { getWorkerUrl: (_module, label) => workers[label] ?? workers.editorWorkerService };
fillFirstVisit(variables);
// Before anything is fetched.
watchForSyntheticFigures(options.endpoint);
// What GraphiQL's own script, which runs before this one, has left.
globalThis.YogaGraphiQL.renderYogaGraphiQL(root, options);
