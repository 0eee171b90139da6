import { withoutSteps } from './steps.js';

/**
 * Says on the page when figures that it shows are made up, by `extensions.synthetic` of each answer that the page fetches: the
 * banner names the datasets, and goes with the answer that had them. To be called before the page's own script fetches.
 *
 * @param show - Is given the data of each answer that has figures, and the steps in which it was made.
 */
export function watchForSyntheticFigures(endpoint, show) {
  const fetchAnswer = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (...given) => {
    const response = await fetchAnswer(...given);
    if (!isEndpoint(given[0], endpoint)) return response;
    await showBannerOf(response.clone(), show);
    return withoutSteps(response);
  };
}

function isEndpoint(asked, endpoint) {
  const url = typeof asked === 'string' || asked instanceof URL ? asked : asked?.url;
  const [address] = url === undefined ? [] : new URL(url, location.href).href.split('?');
  return address === new URL(endpoint, location.href).href;
}

async function showBannerOf(response, show) {
  const answer = await response.json().catch(() => null);
  const datasets = answer?.extensions?.synthetic ?? [];
  // The playground asks for the schema by itself: that shows no figures and takes none away.
  if (answer?.data?.__schema !== undefined && datasets.length === 0) return;
  show(answer?.data, answer?.extensions?.steps);
  document.querySelector('#synthetic-banner')?.remove();
  if (datasets.length > 0) showBanner(datasets);
}

function showBanner(datasets) {
  const banner = document.createElement('div');
  banner.id = 'synthetic-banner';
  banner.setAttribute('role', 'status');
  banner.textContent = `SYNTHETIC sample data of ${datasets.join(', ')}: made up to try the graph with, not real figures`;
  document.body.append(banner);
}
