import { repeatVictims } from './baselines.ts';
import { decision2017 } from './documents.ts';
import { measuresOf } from './framework.ts';

const highHarm =
  'The priorities for all Boroughs will also include mandatory high-harm crimes: sexual violence, domestic abuse, child sexual exploitation, weapon-based crime and hate crime';

/**
 * What the Plan measures in each borough. Which two crimes a borough chose is a local priority of the borough.
 *
 * The domestic abuse, hate and knife flags of the high-harm crimes are in no table at hand: their indicators wait for figures.
 */
export const localPolicing2017 = measuresOf({ theme: 'local policing', collection: 'COLLECTED' }, [
  {
    id: 'f17-local-priority',
    wording:
      'each Borough has selected two local priority crimes, based on local knowledge, crime data and police intelligence',
    source: decision2017('2066', '961'),
    // The Met's business plan, line 645: "to deliver year on year improvements".
    polarity: 'LOW_IS_GOOD',
  },
  {
    id: 'f17-asb',
    wording:
      'antisocial behaviour, which has been identified in our consultation for this Plan as an important issue in every Borough',
    source: decision2017('2066', '961'),
    polarity: 'LOW_IS_GOOD',
  },
  {
    id: 'f17-high-harm-volume',
    wording: `${highHarm}. We will actively monitor the volume of offences`,
    source: decision2017('2068', '963'),
    polarity: 'REPORTING_VOLUME',
  },
  {
    id: 'f17-high-harm-repeat',
    wording: `${highHarm}. … look for a reduction in repeat victimisation`,
    source: decision2017('2068', '963'),
    polarity: 'LOW_IS_GOOD',
    baselines: repeatVictims,
  },
]);
