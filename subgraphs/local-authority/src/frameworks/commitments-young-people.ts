import { commitmentsOf } from './commitment-block.ts';

/** What the Plan of 2017 commits to in its own lists: children and young people. */
export const commitmentsOnYoungPeople = [
  ...commitmentsOf('protecting young Londoners', {
    'line 1567': 'Put in place more specialist schools officers, focused on the safety and protection of young people',
    'line 1568':
      'Work with the MPS to develop a strong evidence base of the youth crime hotspots across the capital, identifying the public spaces where young Londoners are least safe in order to ensure that operational activity is targeted where needed. We continue to support the City Safe Haven initiative and will work to make sure that these are matched with the hotspots where possible',
    'line 1569':
      "Oversee the implementation of HMIC's Child Protection recommendations together with the College of Policing and the National Police Chiefs' Council, and develop better oversight arrangements for the future",
    'line 1571':
      "Continue to fund the London Safeguarding Children Board and work with London Boroughs' Safeguarding Children and Adult Boards",
    'line 1572':
      "Review the effectiveness of London's appropriate adult scheme, local authority accommodation and the availability of mental health secure beds so that action can be taken to reduce the number of young people going into police custody as a place of safety",
    'line 1573':
      'Work with local Boroughs to invest in the earlier identification of young people at risk of CSE, particularly by increasing use of open-source intelligence such as social media to proactively safeguard young people, increasing the number of youth Independent Sexual Violence Advocates who can offer support to children and young people and jointly commissioning, with NHS England, two Child Houses in London to provide investigative, medical and emotional support in one place to young victims of sexual violence',
  }),
  ...commitmentsOf('knife crime and violence', {
    'line 1601':
      'Produce and implement a new Knife Crime Strategy for London that will bring together police, partners and communities to take tough action against knife crime, reduce the availability of weapons and improve the services available to victims of knife crime and their families',
    'line 1602':
      'Continue to fund and expand the support to victims of knife and gang crime in London hospitals, which will allow us to reach those who might not wish to formally report crimes, and work in partnership with the NHS to continue with the Information Sharing to Tackle Violence (ISTV) programme',
    'line 1603':
      "Support the targeted and intelligence-led use of stop and search in the fight against knife crime, and scrutinise the MPS' use of stop and search and promote its fair and effective use",
    'line 1604':
      'Push for tougher community sentences for those convicted of knife possession, in addition to traditional sentencing and jail time, and work with the Criminal Justice Service to ensure that offenders sentenced for knife crime offences receive appropriate services in custody aimed at reducing repeat offences',
  }),
  ...commitmentsOf('gang violence', {
    'line 1628':
      'Work with local authorities and partners to build on good practice to tackle gangs at a local level, continuing to fund local services in London Boroughs through the LCPF to support the development of local anti-gang strategies, and provide seed funding to community-based organisations to support an increased dialogue with communities that suffer disproportionately from the harm caused by gangs',
    'line 1629':
      'Invest, along with the London Community Rehabilitation Company and NHS England, in specialist services focusing on advocacy, mentoring and specialist health, housing and employment support',
    'line 1631':
      'Continue to support youth workers and Independent Domestic Violence Advocates in Major Trauma Centres, extending the programme to key A&E departments in Boroughs that have high levels of knife crime',
    'line 1632':
      'Review the MPS approach to gang crime, including the Gangs Matrix, which maps gang membership, supporting the MPS to tackle gang crime, gun crime and knife crime more effectively in London, and ensure the MPS works with Boroughs to tackle the flow of drugs into and out of London, target the gangs that cross county lines and those who exploit young people to commit crime on their behalf. We will review - and if necessary lobby Government to strengthen – the laws around adults who groom and exploit young people to participate in criminal activity',
  }),
  ...commitmentsOf('preventing young people from crime', {
    'line 1655':
      "Work to protect the young Londoners who are at highest risk of becoming offenders, implementing a shared approach between the MPS, youth offending teams and children's social services to prevent crime and reduce the arrest and charge rate of looked after children in children's homes and foster placements",
    'line 1656':
      'Use our oversight role to introduce more intensive scrutiny to monitor the number of young people going into police custody, and work with the MPS to ensure custody is used in only the most appropriate circumstances',
    'line 1657':
      'Scrutinise the effective and appropriate use of both triage and out-of-court disposals for young Londoners but also, working with partners, use our influence to ensure that high-harm and high-risk offenders are sentenced appropriately to protect communities',
    'line 1658':
      'Work with the MPS and businesses to ensure that the laws prohibiting the sale of alcohol to minors are better observed and enforced by retailers and licensed premises; and evaluate the effectiveness of current Drug Interventions Programmes in order to inform future investment decisions on services to intervene with those adults and young people abusing substances and support them to break their addictions',
  }),
  ...commitmentsOf('young offenders', {
    'line 1700':
      'Work with partners to agree a set of strategic outcomes for London on youth justice and review community provision and investment in tough, effective alternatives to custody for children and young people to break the cycle of offending',
    'line 1701':
      "Review custodial provision in the capital and conduct a feasibility study on a more effective custody solution for London's young offenders, with a view to keeping young people close to home and reducing their reoffending. This will include work with the Ministry of Justice and the Youth Custody Service to develop a pilot of a secure school in London",
    'line 1702':
      'Take a trauma-informed approach to commissioning rehabilitation services, seeking alignment with existing child and adolescent mental health services and working closely with health services to jointly commissioning better provision',
    'line 1704': 'Work with London employers to improve the pathways into apprenticeships and jobs',
    'line 1705':
      "Commission new services within MOPAC's prolific offender pilot project, which provides intensive support from a range of agencies to repeat offenders",
    'line 1706':
      'Monitor equalities data with regard to young people coming to the notice of the MPS and those entering the Criminal Justice Service; and consider the recommendations of the Lammy Review into the treatment of, and outcomes for, BAME individuals in the Criminal Justice Service',
  }),
];
