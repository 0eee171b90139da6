/**
 * Mends what keeps people out of GraphiQL as it comes: its tabs, which hold buttons and call themselves one, are a list of buttons, and the
 * fields of its explorer have names. It draws them anew with each change, and they are mended anew.
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
