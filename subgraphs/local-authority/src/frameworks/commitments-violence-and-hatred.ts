import { commitmentsOf } from './commitment-block.ts';

/** What the Plan of 2017 commits to in its own lists: violence against women and girls, hate crime and radicalisation. */
export const commitmentsOnViolenceAndHatred = [
  ...commitmentsOf('reducing VAWG', {
    'line 1805':
      "Refresh London's VAWG Strategy, building on the commitments in this Police and Crime Plan and working closely with those in the VAWG sector to ensure that our policies and decisions adapt to respond to the changes in need and demand across London",
    'line 1806':
      'Commission specific work to look beneath reported crime statistics for rape and sexual and domestic violence and abuse so that we can say with much greater certainty what changes in figures mean',
    'line 1807':
      "Publish detailed data on VAWG in London and compare varying performance across London's Boroughs and our diverse communities to promote improvements and sharing of best practice",
    'line 1808':
      'Bring together partners from right across London, both statutory and voluntary, to launch a campaign to challenge unacceptable attitudes to women and girls, and implement a whole-school VAWG prevention pilot to tackle unacceptable attitudes and behaviours in early years',
    'line 1810':
      'Increase the training available for those who may come into contact with potential victims of harmful practices so that they can identify those at risk and support survivors into help',
    'line 1811':
      'Support the work of Transport for London, the MPS, the British Transport Police and City of London Police in tackling unwanted sexual behaviour on the public transport system, and make sure taxi and private hire services are as safe as possible',
    'line 1812':
      'Support work by the MPS and partners to improve existing and encourage new multi-agency partnerships across London to tackle human trafficking and modern slavery',
  }),
  ...commitmentsOf('support for survivors', {
    'line 1884':
      'Ensure that the MPS introduces enhanced training for its officers on how to get the first contact with a survivor right, and exploit the potential of BWV as a means of improving the handling of domestic abuse cases',
    'line 1885': 'Scrutinise the workload of officers involved in VAWG cases',
    'line 1886':
      "Support victims and survivors, regardless of whether they pursue a formal criminal justice outcome, working with currently commissioned providers of rape crisis services, London's Sexual Assault Referral Centres and partner agencies to develop a new sexual violence service model to better meet the needs of all victims and survivors",
    'line 1887':
      "Sustain the current investment in Rape Crisis provision, including Rape Crisis centres and London's Sexual Assessment Referral Centres",
    'line 1888': 'Increase the number of victims of rape and serious sexual assault who are referred to havens',
    'line 1890':
      "Work with the GLA, local authorities, the voluntary sector and housing providers to improve the availability of refuges and other safe accommodation for victims and survivors. This includes both developing new refuges and other safe accommodation through the Mayor's capital funding programmes and exploring options for pan-London commissioning (for both existing and new accommodation)",
    'line 1891':
      'Co-fund advocacy services to support sexual violence survivors through the criminal justice process and continue to fund and support Independent Domestic Violence Advocate (IDVA) provision in London',
    'line 1892':
      'Improve the access to the services that we commission to support victims and survivors of domestic abuse and sexual violence who are in the Criminal Justice Service, including facilitating access directly into custody',
    'line 1893':
      "Work with key statutory partners to ensure that a strategic response to prostitution is in place across London, and commission an audit of MPS' handling of trafficking and prostitution in London",
  }),
  ...commitmentsOf('targeting offenders (VAWG)', {
    'line 1931':
      'Work with the CPS and MPS to improve the quality of evidence going from the police to prosecutors, particularly given the potential benefits that innovations such as BWV can bring',
    'line 1932':
      'Ensure the MPS understands who the highest-risk perpetrators are, both in individual Boroughs and across London, and work with the MPS, probation services and our other partners in this sector to commission a more effective approach to tackling them',
    'line 1933':
      'Use the refresh of the VAWG Strategy to review the use of all forms of disposal to ensure that best practice and innovation is shared, and that we are making best use of the disposals available',
    'line 1934':
      "Ask Criminal Justice Service partners to look at domestic and sexual offenders as a 'cohort of interest' – similar to the way we treat prolific offenders in London",
    'line 1935':
      "Work with the Criminal Justice Service to improve offenders' compliance with licence conditions, including through the use of GPS tagging. We will also evaluate the sobriety tagging pilot for perpetrators of domestic abuse to aid a decision about pan-London roll-out",
  }),
  ...commitmentsOf('hate crime', {
    'line 1982':
      'Work closely with the Deputy Mayor for Social Integration, Social Mobility and Community Engagement to support and increase community cohesion and resilience and to champion the work to promote stronger and more resilient communities',
    'line 1983':
      "Work with the MPS, local authorities and educators in London's schools to help increase awareness of hate crime",
    'line 1984':
      'Ensure that appropriate training and awareness is embedded within the MPS so that all frontline officers understand the importance of providing a robust response, have the right skills to do so, and are aware of the specialist services available to victims',
    'line 1985':
      'Continue to support the work of the MPS, the British Transport Police, the City of London Police and TfL to tackle hate crime on public transport',
    'line 1987':
      'Monitor satisfaction rates across the CJS for hate crime victims and focus on measures to reduce the number of times the victim drops out of the justice process in hate crime cases. We will publish information on hate crime and its outcomes',
    'line 1988':
      'Introduce measures to increase the reporting of hate crime by encouraging more victims to come forward, such as offering smartphone apps and online facilities to report hate crime and supporting the provision of third-party reporting opportunities',
    'line 1989':
      'Provide a better response to hate crime on the internet through a new Online Hate Crime Hub, providing a dedicated investigative police resource for these offences when they are reported',
  }),
  ...commitmentsOf('support for hate crime victims', {
    'line 2005':
      "Extend the pilot of Hate Crime Victims' Advocates (HCVAs), who can offer specialist and targeted support for high-risk victims of hate crime and help reduce repeat victimisation",
    'line 2006':
      'Commission new support services and referral mechanisms that are centred around the needs of victims, ensuring that these services are more effectively meeting these needs',
    'line 2007':
      'Provide access to small grant funding to provide development and capacity for support organisations to meet the rising demand as the confidence of victims to report increases',
  }),
  ...commitmentsOf('counter-radicalisation', {
    'line 2023':
      'Work with the Home Office to deliver more tailored counter-radicalisation activity across London, alongside our other work to protect people vulnerable to crime and prevent them from being drawn into harmful activities',
  }),
];
