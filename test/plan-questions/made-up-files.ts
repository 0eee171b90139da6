/** A tidy file of figures that were made up for these questions, for one dataset. */
export interface MadeUpFile {
  readonly dataset: string;
  readonly text: string;
  /** True where it is for named users, so that an agreement is made about it. */
  readonly isRestricted: boolean;
}

const open = (dataset: string, ...lines: readonly string[]): MadeUpFile => ({
  dataset,
  text: [...lines, ''].join('\n'),
  isRestricted: false,
});
const restricted = (...of: Parameters<typeof open>): MadeUpFile => ({ ...open(...of), isRestricted: true });

/** What no partner has supplied yet, or has supplied for named users alone. */
export const madeUpFiles: readonly MadeUpFile[] = [
  open(
    'local-priorities',
    'borough,title,offence,valid_from,valid_to,rationale,consulted,ward_input,ward_input_note,source',
    'Havering,Burglary,burglary,2017-04-01,,Most asked for,The board; Ward panels,taken up,Named by most wards,Made up for a test',
    'Havering,Violence with injury,violence-with-injury,2017-04-01,2018-03-31,,,,,Made up for a test',
    'Havering,Robbery,robbery,2018-04-01,,,,,,Made up for a test',
  ),
  open(
    'commitment-progress',
    'measure,on,progress,reported_by,source',
    'ms-26,2017-09-30,BEHIND,Oversight Board,Made up for a test',
    'ms-26,2017-12-31,DONE,Oversight Board,Made up for a test',
  ),
  open(
    'dedicated-ward-officers',
    'indicator,area,period,rank,value',
    'dedicated-ward-officers,E05009367,S2024-03-31,,2',
    'dedicated-ward-officers,E05009367,S2024-03-31,constable,1',
    'dedicated-ward-officer-posts,E05009367,S2024-03-31,,3',
    'dedicated-ward-officer-abstractions,E05009367,2024-Q1,,17',
  ),
  open(
    'vulnerable-localities-profile',
    'indicator,area,period,value',
    'vulnerable-localities-decile,E05009367,CY2023,1',
    'vulnerable-localities-decile,E05009368,CY2023,4',
  ),
  open(
    'mopac-user-satisfaction-survey',
    'indicator,area,period,group,value,denominator',
    'victim-satisfaction,Hackney,R12-2023-12,black,64,210',
    'victim-satisfaction,Hackney,R12-2023-12,white,70,340',
    'victim-satisfaction-gap,E23000001,R12-2023-12,,5.5,',
  ),
  open(
    'met-repeat-victims',
    'indicator,area,period,value',
    'domestic-abuse-repeat-victims,Hackney,R12-2023-12,410',
    'domestic-abuse-repeat-victims,Lambeth,R12-2023-12,520',
  ),
  open(
    'met-antisocial-behaviour',
    'indicator,area,period,kind,value',
    'antisocial-behaviour-incidents,Lambeth,2024-05,,900',
  ),
  open(
    'hate-crime-outcomes',
    'indicator,area,period,outcome,value,numerator,denominator',
    'hate-crime-outcomes,E23000001,FY2023-24,,24000,,',
    'hate-crime-outcomes,E23000001,FY2023-24,charged-or-summonsed,2400,,',
    'hate-crime-sanction-detection-rate,E23000001,FY2023-24,,12.5,3000,24000',
  ),
  open(
    'criminal-courts-by-offence',
    'indicator,area,period,tier,offence-group,value',
    'court-timeliness-by-offence,London,2024-Q2,crown,sexual-offences,410',
  ),
  open('victims-code', 'indicator,area,period,agency,value', 'victims-code-compliance,London,FY2023-24,police,71'),
  open(
    'crime-prevention-fund',
    'indicator,area,period,stream,theme,value',
    'crime-prevention-fund-awards,Waltham Forest,FY2017-18,,,90000',
    'crime-prevention-fund-awards,Waltham Forest,FY2017-18,,children-and-young-people,90000',
    'crime-prevention-fund-awards,Hackney,FY2017-18,,,120000',
  ),
  restricted(
    'met-weapon-crime-ward',
    'indicator,area,period,value',
    'knife-crime-ward,E05009367,R12-2024-03,14',
    'knife-crime-ward,E05009368,R12-2024-03,3',
  ),
  restricted(
    'met-custody',
    'indicator,area,period,value',
    'children-in-police-custody,Hackney,2024-Q2,160',
    'children-in-police-custody,Camden,2024-Q2,110',
  ),
  restricted(
    'missing-children',
    'indicator,area,period,lives-in,value',
    'missing-children-episodes,Hackney,FY2023-24,,900',
    'missing-children-episodes,Hackney,FY2023-24,care,380',
  ),
  restricted(
    'children-at-risk-of-exploitation',
    'indicator,area,period,referrer,value',
    'children-at-risk-of-sexual-exploitation,Hackney,FY2023-24,,60',
  ),
  restricted(
    'liaison-and-diversion',
    'indicator,area,period,age-group,value',
    'liaison-and-diversion-screenings,London,2024-Q2,,2400',
    'liaison-and-diversion-screenings,London,2024-Q2,under-18,420',
    'liaison-and-diversion-referrals,London,2024-Q2,,800',
  ),
  restricted(
    'section-136-nhs',
    'indicator,area,period,value',
    'section-136-detentions-nhs,London,FY2023-24,4200',
    'section-136-wait,London,FY2023-24,6.5',
  ),
  restricted('mental-health-beds', 'indicator,area,period,value', 'mental-health-bed-wait,London,2024-Q2,31.5'),
  restricted(
    'sexual-violence-services',
    'indicator,area,period,referrer,value',
    'haven-referrals,London,2024-Q1,,610',
    'haven-referrals,London,2024-Q2,,640',
    'haven-referrals,London,2024-Q1,self,150',
    'haven-referrals,London,2024-Q2,self,160',
  ),
  restricted(
    'hospital-youth-workers',
    'indicator,area,period,value',
    'hospital-youth-worker-engagements,London,2024-Q2,310',
  ),
  restricted(
    'violence-attendances',
    'indicator,area,period,assault-method,hour,value,reporting,expected',
    'violence-attendances,Hackney,2024-05,,,90,27,28',
    'violence-attendances,Hackney,2024-05,sharp-object,,3,27,28',
    'violence-attendances,Hackney,2024-05,body-part,,55,27,28',
    'violence-attendances,Hackney,2024-05,blunt-object,,20,27,28',
    'violence-attendances,Hackney,2024-05,other,,12,27,28',
    'violence-attendances,Camden,2024-05,,,70,27,28',
    'violence-attendances,Hackney,2024-05,,hour-23,11,27,28',
  ),
  restricted(
    'cohort-of-interest',
    'indicator,area,period,kind,value',
    'cohort-of-interest,Hackney,S2024-03-31,,140',
    'cohort-of-interest,Hackney,S2024-03-31,domestic,90',
    'cohort-of-interest,London,S2024-03-31,,4100',
    'cohort-of-interest-compliance,Hackney,2024-Q1,,74',
    'cohort-of-interest-reoffending,Hackney,R12-2024-03,,22',
  ),
  restricted(
    'youth-offending-teams',
    'indicator,area,period,value',
    'youth-offending-team-caseload,Hackney,S2024-06-30,85',
  ),
  restricted(
    'mash',
    'indicator,area,period,outcome,value',
    'mash-contacts,Hackney,2024-Q2,,1900',
    'mash-referrals,Hackney,2024-Q2,,310',
  ),
  restricted(
    'exploitation-referrals',
    'indicator,area,period,value',
    'exploitation-referrals-from-social-care,Hackney,FY2023-24,35',
  ),
  restricted(
    'looked-after-children-and-police',
    'indicator,area,period,value',
    'looked-after-children-arrest-rate,Hackney,FY2023-24,12',
    'looked-after-children-charge-rate,Hackney,FY2023-24,5',
  ),
  restricted(
    'independent-advocates',
    'indicator,area,period,role,value',
    'independent-advocates,Hackney,S2024-03-31,,9',
  ),
  restricted(
    'council-antisocial-behaviour',
    'indicator,area,period,value',
    'council-antisocial-behaviour-reports,Lambeth,2024-Q2,700',
    'community-protection-notices,Lambeth,2024-Q2,40',
  ),
];
