import { beginAsking } from './ask.ts';
import { writeBoroughQuestion } from './borough-query.ts';
import { place, site } from './where.ts';

/*
 * Asks for what the page of a borough shows before anything that shows it has run: the graph answers while the rest of the script is
 * read. Imported before all else.
 */
if (place.kind === 'borough') beginAsking(site.endpoint, writeBoroughQuestion(place));
