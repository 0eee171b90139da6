import { type IndicatorLink, linksTo } from './indicator-links.ts';

/*
 * Which indicators measure what a framework names, measure by measure, of whichever agency. An indicator stands here only where its
 * headline counts the thing itself, or narrowed to what does: recorded crime holds burglary as one of its offences, and who followed
 * a link from "burglary" to all of it would be shown all crime. What is done or not done, without being counted, is not here.
 *
 * Of most of these indicators nobody has supplied figures yet: they are defined, and a partner may load them. Whether anybody
 * collects the figures is for the measure to say, not for this table.
 */

const policing = linksTo('policing');
const justice = linksTo('criminal-justice');
const health = linksTo('health');
const localAuthority = linksTo('local-authority');

/** Recorded crime of one group of offences, or one offence of it, as the tables of the Metropolitan Police have it. */
const recorded = (group: string, offence?: string) =>
  policing('recorded-crime', { 'offence-group': group, ...(offence === undefined ? {} : { offence }) });
const sexualOffences = [policing('sexual-offences'), recorded('sexual-offences')];
/** What young people are victims of, as the documents tell it: any crime, serious violence, knife crime. */
const youngVictims = [
  policing('young-victims'),
  policing('serious-youth-violence-victims'),
  policing('knife-crime-victims'),
];
/** Where cases of hate crime are lost: before anybody is charged, at court, and there with the victim. */
const hateAttrition = [
  policing('hate-crime-sanction-detection-rate'),
  justice('conviction-rate', { flag: 'hate-crime' }),
  justice('hate-crime-victim-attrition-share'),
];
/** Hate crime by strand beside a total that nobody publishes by borough. The strands overlap; some lie within others, which are here. */
const hateCrime = [
  policing('hate-crime'),
  ...['racist-and-religious', 'faith', 'sexual-orientation', 'transgender', 'disability'].map((strand) =>
    policing('hate-crime', { strand }),
  ),
];
const firstTimeEntrants = [justice('first-time-entrants-pnc'), justice('first-time-entrants-pnc-rate')];
const neighbourhoodOfficers = [policing('police-officers', { team: 'safer-neighbourhoods' })];
const officers = [policing('police-workforce', { role: 'police-officers' })];
const openAllDay = [policing('front-counters', { opening: 'day-and-night' })];
const fairSearches = { question: 'uses-stop-and-search-fairly' };

const goodJob = [policing('public-perception'), policing('public-confidence')];
const highHarm = [
  ...sexualOffences,
  policing('domestic-abuse-offences'),
  policing('child-sexual-exploitation-offences'),
  policing('weapon-based-crime'),
  policing('hate-crime'),
];
const gaps = [policing('victim-satisfaction-gap'), policing('public-attitude-gap')];
const gunCrime = [policing('gun-crime'), policing('lethal-barrelled-discharges')];
const reoffending = [justice('proven-reoffending'), justice('reoffences-per-reoffender')];
const equalities = [policing('young-people-coming-to-notice'), justice('young-people-in-justice-system')];

const plan2013: Readonly<Record<string, readonly IndicatorLink[]>> = {
  'f13-mopac7-total': [policing('mopac-7-crimes')],
  'f13-violence-with-injury': [recorded('violence-against-the-person', 'violence-with-injury')],
  'f13-robbery': [recorded('robbery')],
  'f13-burglary': [recorded('burglary')],
  'f13-theft-person': [recorded('theft', 'theft-from-the-person')],
  'f13-theft-from-mv': [recorded('vehicle-offences', 'theft-from-a-vehicle')],
  'f13-theft-of-mv': [recorded('vehicle-offences', 'theft-or-unauth-taking-of-a-motor-veh')],
  'f13-criminal-damage': [recorded('arson-and-criminal-damage', 'criminal-damage')],
  'f13-confidence': goodJob,
  'f13-savings': [policing('police-savings')],
  'f13-court-delay': [justice('court-timeliness')],
  'f13-community-compliance': [justice('community-sentence-compliance')],
  'f13-youth-custody-reoffending': [justice('youth-custody-reoffending')],
  'f13-officer-strength': officers,
  'f13-snt-officers': neighbourhoodOfficers,
  'f13-redirect-officers': neighbourhoodOfficers,
  'f13-front-counter': openAllDay,
  'f13-staff-posts': [policing('police-staff-posts')],
  'f13-property': [policing('estate-running-cost'), policing('police-buildings')],
  'f13-snb': [localAuthority('safer-neighbourhood-boards')],
  'f13-cadets': [policing('volunteer-police-cadets'), policing('special-constables')],
  'f13-young-confidence': [policing('public-attitude', { ...fairSearches, group: 'age-16-to-24' })],
  'f13-safety-index': [policing('safety-index')],
};

const plan2017: Readonly<Record<string, readonly IndicatorLink[]>> = {
  'f17-victim-satisfaction': [policing('victim-satisfaction')],
  'f17-public-perception': goodJob,
  'f17-inequality-gap': gaps,
  'f17-representative-workforce': [policing('recruit-representation'), policing('workforce-representation')],
  'f17-fair-treatment': [policing('staff-fair-treatment')],
  'f17-cohort-offending': reoffending,
  'f17-victims-code': [justice('victims-code-compliance')],
  'f17-court-satisfaction': [justice('court-victim-satisfaction')],
  'f17-young-victims': youngVictims,
  'f17-first-time-entrants': firstTimeEntrants,
  'f17-knife-crime-volume': [policing('knife-crime')],
  'f17-knife-crime-repeat': [policing('knife-crime-repeat-victims')],
  'f17-gun-crime': gunCrime,
  'f17-cse-reporting': [policing('child-sexual-exploitation-offences')],
  'f17-da-reporting': [policing('domestic-abuse-offences'), policing('domestic-abuse-incidents')],
  'f17-da-repeat': [policing('domestic-abuse-repeat-victims')],
  'f17-sv-reporting': sexualOffences,
  'f17-sv-repeat': [policing('sexual-violence-repeat-victims')],
  'f17-vawg-attrition': [justice('vawg-victim-attrition-share')],
  'f17-harmful-practices-reporting': [policing('harmful-practices-reports')],
  'f17-hate-reporting': hateCrime,
  'f17-hate-repeat': [policing('hate-crime-repeat-victims')],
  'f17-hate-attrition': hateAttrition,
  'f17-hate-satisfaction-police': [policing('hate-crime-victim-satisfaction')],
  'f17-hate-satisfaction-cjs': [justice('hate-crime-victim-court-satisfaction')],
  // Which two crimes, a borough's local priorities say: no indicator counts "whatever was chosen".
  'f17-asb': [policing('antisocial-behaviour-incidents'), localAuthority('council-antisocial-behaviour-reports')],
  'f17-high-harm-volume': highHarm,
  'f17-high-harm-repeat': [policing('high-harm-repeat-victims')],
  'f17-all-recorded-crime': [policing('recorded-crime')],
};

const businessPlan2017: Readonly<Record<string, readonly IndicatorLink[]>> = {
  'm17-victim-satisfaction': [policing('victim-satisfaction')],
  'm17-public-perception': goodJob,
  'm17-inequality-gap': gaps,
  'm17-representative': [policing('recruit-representation'), policing('workforce-representation')],
  'm17-fair-treatment': [policing('staff-fair-treatment')],
  'm17-staff-engagement': [policing('staff-engagement')],
  'm17-victims-code': [justice('victims-code-compliance')],
  'm17-cohort-offending': [justice('proven-reoffending')],
  'm17-young-victims': youngVictims,
  'm17-first-time-entrants': firstTimeEntrants,
  'm17-knife-volume-repeat': [policing('knife-crime'), policing('knife-crime-repeat-victims')],
  'm17-gun-crime': gunCrime,
  'm17-cse-reporting': [policing('child-sexual-exploitation-offences')],
  'm17-vawg-reporting': [policing('domestic-abuse-offences'), ...sexualOffences, policing('harmful-practices-reports')],
  'm17-vawg-repeat': [
    policing('domestic-abuse-repeat-victims'),
    policing('sexual-violence-repeat-victims'),
    policing('harmful-practices-repeat-victims'),
  ],
  'm17-vawg-attrition': [justice('vawg-victim-attrition-share')],
  'm17-hate-reporting': hateCrime,
  'm17-hate-repeat': [policing('hate-crime-repeat-victims')],
  'm17-hate-attrition': hateAttrition,
  'm17-hate-satisfaction': [policing('hate-crime-victim-satisfaction')],
  'ms-26': [policing('wards-with-dedicated-officers')],
  'ms-51': [justice('victim-updates-within-28-days')],
};

const standards: Readonly<Record<string, readonly IndicatorLink[]>> = {
  'c-dwo-coverage': [policing('wards-with-dedicated-officers')],
  'c-dwo-abstraction': [policing('dedicated-ward-officer-abstractions')],
  'c-dwo-turnover': [policing('dedicated-ward-officer-time-in-post')],
  'c-response-15': [policing('response-within-target')],
  'c-same-officer': [policing('crimes-dealt-with-by-one-officer')],
  'c-28-day-updates': [justice('victim-updates-within-28-days')],
  'c-front-counter-24-7': openAllDay,
  'c-back-office': [policing('back-office-cost-share')],
  'c-online-reporting': [policing('crime-types-reported-online')],
  'c-savings-gap': [policing('police-budget-gap')],
  'c-estate-cost': [policing('estate-running-cost'), policing('police-buildings')],
  'c-officer-strength': officers,
  'c-diversity-2020': [policing('recruit-representation')],
  'c-complaints': [policing('police-complaints-per-1000-officers')],
  'c-stop-search-positive': [policing('stop-and-search-positive-outcome-rate')],
  'c-stop-search-disproportionality': [policing('stop-and-search-disproportionality')],
  'c-stop-search-fairness': [
    policing('public-attitude', fairSearches),
    policing('public-attitude', { ...fairSearches, group: 'black' }),
    policing('public-attitude', { ...fairSearches, group: 'white' }),
  ],
  'c-safer-schools': [localAuthority('safer-schools-officers'), localAuthority('schools-with-named-officer')],
  'c-mash-consistency': [localAuthority('mash-decisions-in-time-gap')],
  // Conviction or caution is the end of what arrest and charge begin.
  'c-lac-arrest': [
    localAuthority('looked-after-children-arrest-rate'),
    localAuthority('looked-after-children-charge-rate'),
    justice('looked-after-children-convicted'),
  ],
  'c-missing-repeat': [
    policing('missing-children-repeat-share'),
    localAuthority('looked-after-children-missing-more-than-once'),
  ],
  'c-children-custody': [policing('children-in-police-custody')],
  'c-youth-reoffending': [justice('youth-reoffending'), justice('proven-reoffending')],
  'c-youth-equalities': equalities,
  'c-istv-coverage': [health('emergency-departments-sharing-violence-data')],
  'c-hospital-youth-workers': [health('hospitals-with-youth-workers')],
  'c-havens-referrals': [health('haven-referrals')],
  'c-s136-cells': [health('section-136-cell-detentions')],
  'c-ld-coverage': [health('liaison-and-diversion-sites')],
  'c-custody-healthcare': [health('custody-suites-with-healthcare')],
  'c-drug-testing': [health('drug-tests-on-arrest'), health('drug-intervention-referrals')],
  'c-community-order-compliance': [justice('community-sentence-compliance')],
  'c-licence-compliance': [justice('licence-compliance')],
  'c-court-speed': [justice('court-timeliness')],
  'c-trial-effectiveness': [justice('effective-trial-rate')],
  'c-crown-backlog': [justice('crown-court-open-cases')],
  'c-conviction-gap': [justice('conviction-rate-gap')],
  'c-hate-sanction': [policing('hate-crime-sanction-detection-rate')],
  'c-rj': [justice('restorative-justice-referrals')],
  'c-cyber-judicial': [policing('fraud-judicial-outcome-rate')],
  'c-gang-violence': [policing('gang-related-violence')],
  'c-mappa-workload': [policing('jigsaw-offenders-per-officer')],
  'c-refuge': [localAuthority('refuge-places')],
  'c-idva-isva': [localAuthority('independent-advocates')],
  'c-ksi': [policing('road-casualties')],
  'c-lcpf': [localAuthority('crime-prevention-fund-awards')],
  'c-victim-services-spend': [justice('victim-services-spend')],
  'c-dbs': [policing('disclosure-checks-in-progress')],
  'c-stalking-reports': [policing('stalking-offences')],
};

const commitments: Readonly<Record<string, readonly IndicatorLink[]>> = {
  'commitment-1067-1': [policing('wards-with-dedicated-officers')],
  'commitment-1097-1': [policing('crimes-dealt-with-by-one-officer')],
  'commitment-1365-1': [justice('victims-code-compliance')],
  'commitment-1365-3': [policing('victim-satisfaction-gap')],
  'commitment-1365-4': [justice('restorative-justice-referrals')],
  'commitment-1365-7': [justice('court-timeliness')],
  'commitment-1567-1': [localAuthority('safer-schools-officers')],
  'commitment-1601-3': [policing('stop-and-search')],
  'commitment-1655-2': [policing('children-in-police-custody')],
  'commitment-1700-6': equalities,
  'commitment-1884-5': [health('haven-referrals')],
  'commitment-1884-6': [localAuthority('refuge-places')],
  'commitment-1931-5': [justice('licence-compliance')],
  'commitment-1982-5': [policing('hate-crime-victim-satisfaction'), justice('hate-crime-victim-court-satisfaction')],
  'commitment-1982-6': hateCrime,
};

const plan2022: Readonly<Record<string, readonly IndicatorLink[]>> = {
  'f22-trust-confidence': goodJob,
  'f22-rape-detection': [policing('rape-detection-rate')],
};

/** By the id of a measure, of whichever framework: the indicators that measure it. A measure that nothing measures is absent. */
export const whatMeasures: Readonly<Record<string, readonly IndicatorLink[]>> = {
  ...plan2013,
  ...plan2017,
  ...businessPlan2017,
  ...standards,
  ...commitments,
  ...plan2022,
};
