// Says on every page of the playground when the figures are made up. It asks the graph itself, once, when the page loads;
// an agency that does not answer then is not named, since nothing of it can be seen either.
const titles = {
  policing: 'policing',
  criminalJustice: 'criminal justice',
  health: 'health',
  localAuthority: 'local authority',
};

const query = `query SyntheticBanner { ${Object.keys(titles)
  .map((agency) => `${agency} { datasets { title designation } }`)
  .join(' ')} }`;

async function findSyntheticAgencies() {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = await response.json();
  return Object.keys(titles).filter((agency) =>
    data?.[agency]?.datasets?.some((dataset) => dataset.designation === 'SYNTHETIC'),
  );
}

function showBanner(agencies) {
  const banner = document.createElement('div');
  banner.id = 'synthetic-banner';
  banner.setAttribute('role', 'status');
  banner.textContent = `SYNTHETIC sample data of ${agencies.map((agency) => titles[agency]).join(', ')}: made up to try the graph with, not real figures`;
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
