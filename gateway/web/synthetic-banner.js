// Says on every page of the playground when the figures are made up. It asks the graph itself when the page loads;
// an agency that does not answer then is not named, since nothing of it can be seen either.
const agenciesQuery = '{ __schema { queryType { fields { name type { fields { name } } } } } }';

async function ask(query) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
}

// An agency is a field of the root that has datasets.
async function findAgencies() {
  const { fields } = (await ask(agenciesQuery)).__schema.queryType;
  return fields.filter(({ type }) => type.fields?.some(({ name }) => name === 'datasets')).map(({ name }) => name);
}

async function findSyntheticAgencies() {
  const agencies = await findAgencies();
  const parts = agencies.map((agency) => `${agency} { datasets { title designation } }`);
  const data = await ask(`query SyntheticBanner { ${parts.join(' ')} }`);
  return agencies.filter((agency) => data?.[agency]?.datasets?.some(({ designation }) => designation === 'SYNTHETIC'));
}

/** `criminal justice` for `criminalJustice`. */
function titleOf(agency) {
  return agency.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function showBanner(agencies) {
  const banner = document.createElement('div');
  banner.id = 'synthetic-banner';
  banner.setAttribute('role', 'status');
  banner.textContent = `SYNTHETIC sample data of ${agencies.map(titleOf).join(', ')}: made up to try the graph with, not real figures`;
  banner.style.cssText =
    'position:fixed;inset:auto 0 0 0;z-index:1000;height:2rem;line-height:2rem;text-align:center;' +
    'font:600 0.9rem/2rem system-ui,sans-serif;background:#ffd23f;color:#1a1a1a';
  document.body.append(banner);
  // Room for it, so that it covers nothing.
  document.querySelector('#root').style.height = 'calc(100dvh - 2rem)';
}

findSyntheticAgencies().then(
  (agencies) => agencies.length > 0 && showBanner(agencies),
  () => undefined,
);
