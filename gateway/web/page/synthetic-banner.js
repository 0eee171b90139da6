const agenciesQuery = '{ __schema { queryType { fields { name type { fields { name } } } } } }';

/**
 * Says on the page when figures are made up. It asks the graph itself when the page loads; an agency that does not answer
 * then is not named, since nothing of it can be seen either. Never rejects.
 */
export async function showSyntheticBanner(endpoint) {
  const agencies = await findSyntheticAgencies(endpoint).catch(() => []);
  if (agencies.length > 0) showBanner(agencies);
}

async function findSyntheticAgencies(endpoint) {
  const agencies = await findAgencies(endpoint);
  const parts = agencies.map((agency) => `${agency} { datasets { title designation } }`);
  const data = await ask(endpoint, `query SyntheticBanner { ${parts.join(' ')} }`);
  return agencies.filter((agency) => data?.[agency]?.datasets?.some(({ designation }) => designation === 'SYNTHETIC'));
}

// An agency is a field of the root that has datasets.
async function findAgencies(endpoint) {
  const { fields } = (await ask(endpoint, agenciesQuery)).__schema.queryType;
  return fields.filter(({ type }) => type.fields?.some(({ name }) => name === 'datasets')).map(({ name }) => name);
}

async function ask(endpoint, query) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()).data;
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
  document.body.append(banner);
}
