import './ask-early.ts';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { type Place } from './address.ts';
import { BoroughPage } from './borough-page.tsx';
import { PageFrame } from './page-frame.tsx';
import { SiteProvider } from './site.tsx';
import { StartPage } from './start-page.tsx';
import { UnknownPage } from './unknown-page.tsx';
import { place, root, site } from './where.ts';

// Each place but a borough is loaded when somebody goes there, so that a borough waits for none of them.
const CataloguePage = lazy(async () => ({ default: (await import('./catalogue/catalogue-page.tsx')).CataloguePage }));
const IndicatorPage = lazy(async () => ({ default: (await import('./catalogue/indicator-page.tsx')).IndicatorPage }));
const DatasetPage = lazy(async () => ({ default: (await import('./catalogue/dataset-page.tsx')).DatasetPage }));
const ComparePage = lazy(async () => ({ default: (await import('./compare/compare-page.tsx')).ComparePage }));
const FrameworkPage = lazy(async () => ({ default: (await import('./framework/framework-page.tsx')).FrameworkPage }));
const SeriesPage = lazy(async () => ({ default: (await import('./series/series-page.tsx')).SeriesPage }));
const WardsPage = lazy(async () => ({ default: (await import('./wards/wards-page.tsx')).WardsPage }));
const StatusPage = lazy(async () => ({ default: (await import('./status/status-page.tsx')).StatusPage }));
const OversightPage = lazy(async () => ({ default: (await import('./oversight/oversight-page.tsx')).OversightPage }));
const SignInPage = lazy(async () => ({ default: (await import('./signing-in/sign-in-page.tsx')).SignInPage }));

createRoot(root).render(
  <SiteProvider value={site}>
    <PageFrame place={place}>
      <Suspense fallback={<p className="loading">Loading …</p>}>
        <Content place={place} />
      </Suspense>
    </PageFrame>
  </SiteProvider>,
);

function Content({ place: shown }: { readonly place: Place }) {
  switch (shown.kind) {
    case 'start':
      return <StartPage />;
    case 'borough':
      return <BoroughPage borough={shown.borough} months={shown.months} />;
    case 'series':
      return <SeriesPage borough={shown.borough} chosen={shown.chosen} />;
    case 'wards':
      return <WardsPage borough={shown.borough} />;
    case 'catalogue':
      return <CataloguePage text={shown.text} shown={shown.shown} />;
    case 'indicator':
      return <IndicatorPage id={shown.id} />;
    case 'dataset':
      return <DatasetPage id={shown.id} />;
    case 'compare':
      return <ComparePage chosen={shown.chosen} />;
    case 'framework':
      return <FrameworkPage borough={shown.borough} framework={shown.framework} />;
    case 'status':
      return <StatusPage />;
    case 'oversight':
      return <OversightPage agency={shown.agency} shown={shown.shown} before={shown.before} />;
    case 'sign-in':
      return <SignInPage />;
    case 'unknown':
      return <UnknownPage name={shown.name} isBorough={shown.isBorough} />;
    default:
      return shown satisfies never;
  }
}
