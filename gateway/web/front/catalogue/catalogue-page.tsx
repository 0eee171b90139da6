import { type Shown } from '../address.ts';
import { AskedContent } from '../asked-content.tsx';
import { DownloadButton } from '../download-button.tsx';
import query from '@boroughgraph/web/operations/catalogue-page.graphql?raw';
import { useGraph } from '../use-graph.ts';
import { AgencyHoldings } from './agency-holdings.tsx';
import { type CatalogueAnswer, type CatalogueEntry } from './answer.ts';
import { CatalogueSearch } from './catalogue-search.tsx';
import { SearchResults } from './search-results.tsx';
import { ShownChoice } from './shown-choice.tsx';

interface Chosen {
  /** What is looked for; empty lists all. */
  readonly text: string;
  readonly shown: Shown;
}

/** Every dataset and indicator, by agency, or what of them fits some words. */
export function CataloguePage({ text, shown }: Chosen) {
  const question = { query, variables: { text: text === '' ? 'figures' : text, searches: text !== '' } };
  const asked = useGraph<CatalogueAnswer>(question);
  return (
    <>
      <title>{text === '' ? 'Catalogue: London boroughs in figures' : `${text}: catalogue of London figures`}</title>
      <AskedContent
        asked={asked}
        question={question}
        subject="the catalogue"
        head={<CatalogueHead text={text} />}
        nobodyKnows="No agency answers."
      >
        {({ catalogue, search }, problems) => (
          <>
            {[...new Set(problems.map(({ message }) => message))].map((message) => (
              <p key={message} className="notice notice-down">
                <strong>Missing just now.</strong> {message}
              </p>
            ))}
            {text === '' ? (
              <Listing catalogue={catalogue ?? []} shown={shown} />
            ) : (
              <SearchResults text={text} found={search ?? []} />
            )}
          </>
        )}
      </AskedContent>
    </>
  );
}

function CatalogueHead({ text }: { readonly text: string }) {
  return (
    <div className="place-head">
      <h1>Catalogue</h1>
      <p className="lead">
        What four agencies measure, who publishes it, how fresh it is and what protects people in it; and what is
        measured and not held here, with the reason.
      </p>
      <CatalogueSearch text={text} />
    </div>
  );
}

function Listing({ catalogue, shown }: { readonly catalogue: readonly CatalogueEntry[]; readonly shown: Shown }) {
  const all = catalogue.flatMap(({ agency }) => agency?.indicators ?? []);
  const held = all.filter((each) => each.held.isHeld).length;
  return (
    <>
      <div className="page-tools">
        <ShownChoice shown={shown} counts={{ held, missing: all.length - held, all: all.length }} />
        <DownloadButton label="The list as CSV" file="catalogue.csv" question={listQuestion} />
      </div>
      {catalogue.map(({ id, agency }) =>
        agency === null ? null : <AgencyHoldings key={id} id={id} agency={agency} shown={shown} />,
      )}
    </>
  );
}

/** One list over all agencies: the rows of a file. */
const listQuestion = {
  query: `{
  catalogue {
    agency {
      name
      indicators {
        id name definition unit polarity
        held { isHeld firstPeriod { id } lastPeriod { id } }
        dataset { id title publisher licence accessTier frequency latestRelease { id publishedAt } }
      }
    }
  }
}
`,
  variables: {},
};
