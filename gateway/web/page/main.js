import { keepAddress, readAddress } from './address.js';
import { followEditor, readKept } from './current-operation.js';
import { fillFirstVisit } from './first-visit.js';
import { mendGraphiql } from './mend-graphiql.js';
import { sendAsSignedIn } from './session.js';
import { watchForSyntheticFigures } from './synthetic-banner.js';
import { addToolbar } from './toolbar.js';
// The addresses of the scripts in which GraphiQL's editor works beside the page; the build makes this module.
import { workers } from 'virtual:graphiql-workers';

const root = document.querySelector('#root');
const { variables, examples = [], signInAt, ...options } = JSON.parse(root.dataset.options);
const endpoint = new URL(options.endpoint, location.href).href;
const fetchAnswer = globalThis.fetch.bind(globalThis);

globalThis.MonacoEnvironment = { getWorkerUrl: (_module, label) => workers[label] ?? workers.editorWorkerService };
fillFirstVisit(variables);
const addressed = readAddress();
const begins = {
  query: options.defaultQuery,
  variables: variables === undefined ? '' : JSON.stringify(variables, null, 2),
  ...definedOf(readKept()),
  ...addressed,
};
const editor = followEditor(begins);
editor.watch(keepAddress);
// Before anything is fetched.
sendAsSignedIn(endpoint);
const toolbar = addToolbar({ editor, endpoint, examples, signInAt, fetchAnswer });
watchForSyntheticFigures(options.endpoint, toolbar.show);
mendGraphiql(root);
// What GraphiQL's own script, which runs before this one, has left.
globalThis.YogaGraphiQL.renderYogaGraphiQL(root, { ...options, ...addressed, ...editor.handlers });

function definedOf(given) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
