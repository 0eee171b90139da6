/**
 * Mends what keeps people out of GraphiQL as it comes: its tabs, which hold buttons and call themselves one, are a list of buttons, and the
 * fields of its explorer have names. It draws them anew with each change, and they are mended anew. Its explorer begins at its top.
 */
export function mendGraphiql(root) {
  let isDue = false;
  const mend = () => {
    isDue = false;
    mendTabs(root);
    nameFields(root);
  };
  const observer = new MutationObserver(() => {
    // Once for all that one change of the page brings.
    if (!isDue) requestAnimationFrame(mend);
    isDue = true;
  });
  observer.observe(root, { childList: true, subtree: true, attributeFilter: ['aria-selected', 'role'] });
  keepExplorerAtTop(root);
}

function mendTabs(root) {
  for (const list of root.querySelectorAll('.graphiql-tabs[role]')) list.removeAttribute('role');
  for (const tab of root.querySelectorAll('.graphiql-tab')) {
    tab.removeAttribute('role');
    const isChosen = tab.getAttribute('aria-selected') ?? tab.dataset.chosen ?? 'false';
    tab.removeAttribute('aria-selected');
    tab.dataset.chosen = isChosen;
    tab.querySelector('.graphiql-tab-button')?.setAttribute('aria-current', isChosen);
  }
  for (const panel of root.querySelectorAll('#graphiql-session[role="tabpanel"]')) panel.setAttribute('role', 'group');
}

function nameFields(root) {
  for (const field of root.querySelectorAll('.graphiql-explorer-root :is(input, select):not([aria-label])')) {
    const argument = field.closest('[data-arg-name]')?.dataset.argName;
    field.setAttribute(
      'aria-label',
      argument ?? (field.matches('select') ? 'Kind of operation' : 'Name of the operation'),
    );
  }
}

/**
 * An explorer that is opened selects the last of its texts, wherever that is: it is shown from its top, and nothing in it is selected until
 * somebody reaches into it.
 */
function keepExplorerAtTop(root) {
  let isOpening = false;
  for (const reached of ['pointerdown', 'keydown']) document.addEventListener(reached, () => (isOpening = false), true);
  root.addEventListener('click', ({ target }) => {
    if (target.closest('[aria-label="Show GraphiQL Explorer"]') !== null) isOpening = true;
  });
  root.addEventListener('focusin', ({ target }) => {
    const explorer = target.closest('.graphiql-explorer-root');
    if (explorer === null || explorer === target || !isOpening) return;
    requestAnimationFrame(() => {
      // From here the first press of Tab leads to what is first in it.
      explorer.tabIndex = -1;
      explorer.focus();
      for (const part of explorer.querySelectorAll('*')) part.scrollTop = 0;
      for (let part = explorer; part !== null && part !== root; part = part.parentElement) part.scrollTop = 0;
    });
  });
}
