import { writeAddress } from './address.js';
import { languages, writeProgram } from './copy-as.js';
import { sayCost } from './cost.js';
import { download, forms } from './download.js';
import { listHistory } from './history.js';
import { make } from './make.js';
import { searchSchema } from './schema-search.js';
import { showAnswer } from './show-answer.js';
import { signIn } from './sign-in.js';
import { showSteps } from './steps.js';

/** What stands above the editor: examples, what the operation costs, and the ways to see its answer and to take it away. */
export function addToolbar({ editor, endpoint, examples, signInAt, fetchAnswer }) {
  const said = make('span', { role: 'status', class: 'said' });
  const cost = make('output', { class: 'cost' });
  const answer = make('div', { class: 'answer' }, showAnswer(null));
  const plan = make('div', { class: 'plan' }, showSteps());
  const history = listHistory(openAgain);
  const place = { endpoint, fetchAnswer };
  const say = (text) => (said.textContent = text);
  const toolbar = make(
    'header',
    { id: 'toolbar' },
    make('h1', {}, make('a', { href: './', class: 'home' }, 'London boroughs in figures')),
    ...(examples.length > 0 ? [menu('Examples', listExamples(examples))] : []),
    menu('History', history.list),
    menu('Search the schema', searchSchema(place)),
    menu('Table and chart', answer),
    menu('Plan', plan),
    menu(
      'Download',
      listButtons(forms.map((form) => [form.name, async () => say(await download(form, editor.current, place))])),
    ),
    menu('Copy as', listButtons(copies(editor, endpoint, say))),
    menu('Sign in', signIn(signInAt)),
    cost,
    said,
  );
  document.body.prepend(toolbar);
  sayCost(editor, { endpoint, output: cost, fetchAnswer });
  closeOthers(toolbar);
  return {
    show: (data, steps) => {
      answer.replaceChildren(showAnswer(data));
      plan.replaceChildren(showSteps(steps));
      history.keep(editor.current);
    },
  };
}

function menu(name, content) {
  const box = make('div', { class: 'menu-content' }, content);
  new ResizeObserver(() => keepInSight(box)).observe(box);
  return make('details', { class: 'menu' }, make('summary', {}, name), box);
}

/** Moves what a menu has to the left as far as it would leave the window at the right. */
function keepInSight(box) {
  box.style.translate = 'none';
  // As far from the edge as the toolbar has its own content.
  const over = box.getBoundingClientRect().right + 12 - document.documentElement.clientWidth;
  if (over > 0) box.style.translate = `${-over}px 0`;
}

/** One menu is open at a time, and none once Escape is pressed. */
function closeOthers(toolbar) {
  const menus = [...toolbar.querySelectorAll('details')];
  for (const one of menus)
    one.addEventListener('toggle', () => {
      if (one.open) for (const other of menus) if (other !== one) other.open = false;
    });
  toolbar.addEventListener('keydown', ({ key }) => {
    const open = menus.find((each) => each.open);
    if (key !== 'Escape' || open === undefined) return;
    open.open = false;
    open.querySelector('summary').focus();
  });
}

function listButtons(actions) {
  return make(
    'ul',
    {},
    ...actions.map(([name, click]) => make('li', {}, make('button', { type: 'button', click }, name))),
  );
}

/** Operations are addresses: whoever opens one gets it in a tab of its own. */
function openAgain(event) {
  event.preventDefault();
  location.assign(event.currentTarget.href);
  location.reload();
}

function listExamples(examples) {
  const items = examples.map(({ title, query, variables }) => {
    const text = Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2);
    return make('li', {}, make('a', { href: writeAddress({ query, variables: text }), click: openAgain }, title));
  });
  return make('ol', { class: 'examples' }, ...items);
}

function copies(editor, endpoint, say) {
  const copy = (write) => async () => {
    // A page that is not served by HTTPS, or from this machine, may not reach the clipboard.
    say(
      await navigator.clipboard.writeText(write()).then(
        () => 'Copied',
        () => 'Your browser does not let this page copy',
      ),
    );
  };
  return [
    ['Link', copy(() => writeAddress(editor.current))],
    ...Object.keys(languages).map((each) => [each, copy(() => writeProgram(each, editor.current, endpoint))]),
  ];
}
