import { commitmentsOf } from './commitment-block.ts';

/** What the Plan of 2017 commits to in its own lists: the police service, victims, reoffending, and health. */
export const commitmentsOnPoliceAndJustice = [
  ...commitmentsOf('policing where and when you need it', {
    'line 1067':
      "Increase the number of Dedicated Ward Officers in all London's wards to at least two PCs and one PCSO, with more for the most vulnerable wards, and publish data on their deployment",
    'line 1068':
      'Agree two local police priorities with each Borough, alongside antisocial behaviour and a mandatory focus on high-harm crimes, and those which affect the most vulnerable Londoners, supported by data and research about crime, antisocial behaviour and confidence in the police',
    'line 1069':
      'Continue to support the London Independent Custody Visiting Scheme in providing oversight in police custody, and the work of Safer Neighbourhood Boards and Ward Panels in providing local influence and oversight on policing',
    'lines 1070-1072':
      'Consult with communities and work with the MPS on how to ensure that public access to the MPS is best tailored to meet the needs of Londoners. This work will explore the whole range of ways engagement with communities is provided, including police buildings, other locations in the area, over the telephone, online and through the work of community networks such as Safer Neighbourhood Boards and Ward Panels',
    'line 1074':
      'Support Business Crime Reduction Partnerships to make London a safer, better place to work and do business, for businesses of all sizes',
    'line 1075':
      'Support FALCON and the London Digital Security Centre to protect people and businesses from cyber crime',
    'line 1076':
      'Lobby for a change in the way Late Night Levy funding is raised and spent, to allow for more targeted activity and working with the MPS, local authorities and businesses to improve the consistency in licensing',
    'line 1077':
      "Work closely together with the MPS, TfL, British Transport Police, the City of London Police and the Criminal Justice Service to improve safety on public transport and on London's road network",
  }),
  ...commitmentsOf('protecting victims and vulnerable people', {
    'line 1097':
      'Work with the MPS to increase the number of crimes dealt with from start to finish by the same officer, improving consistency of service, and bringing specialist officers and staff dealing with protecting the most vulnerable and those at risk of sexual exploitation into integrated teams to improve speed, effectiveness and consistency of service',
    'line 1098':
      'Trial dedicated Mental Health Teams in two areas of London to work with partners to problem-solve cases and reduce demand by addressing the underlying issues of vulnerability linked to mental health',
  }),
  ...commitmentsOf('transforming the MPS', {
    'line 1154':
      'Support the MPS as it works to increase the diversity of its workforce; develop a new recruiting assessment process to select officers with unique skills for policing London; and support voluntary routes into policing',
    'line 1155':
      "Hold the Commissioner to account for the MPS' approach to inclusion and equality, and oversee the delivery of the EHRC recommendations on fairness at work",
    'line 1156':
      'Develop an oversight framework that will enable the Deputy Mayor to hold the Commissioner to account for their work in relation to the handling of police complaints',
    'line 1158':
      'Invest in the technology the MPS needs to be a 21st-century crimefighting organisation, including body-worn video, mobile data tablets, digital forensic technology and core IT systems',
    'line 1159':
      'Review the outcome of the Basic Command Unit pathfinder project to assess whether it is suitable for a wider roll-out across London',
    'line 1160':
      'Ensure that the MPS Wildlife Crime Unit continues to receive sufficient resources to do its work, and to support Boroughs in their obligations to protect our environment',
  }),
  ...commitmentsOf('victims at the heart of the CJS', {
    'line 1365':
      "Appoint London's first Victims' Commissioner; work to improve compliance with the national Code of Practice for Victims of Crime",
    'line 1366':
      "Ensure that we are commissioning victims' services that reflect the full range of needs that victims of crime in London have. We will continuously review and refine our services, including their ability to reach out to the huge range of diverse communities in the capital",
    'line 1367':
      "Look to do what we can to reduce gaps in victim satisfaction in the MPS across London's communities and introduce a new survey of satisfaction in across the Criminal Justice Service to identify similar gaps and drive better decision making",
    'line 1368': 'Increase the provision of restorative justice through the new London Restorative Justice Service',
    'line 1369': 'Work on the introduction of a new online crime tracking portal for the MPS',
    'line 1370':
      'Work to join up the services available to witnesses and victims of crime as they go through the justice process, and ensure these are better suited to the specific needs of Londoners',
    'line 1371':
      'Press partners in all parts of the CJS to speed up the delivery of justice and encourage the use of evidence from BWV in court as we continue to roll this out across the MPS',
  }),
  ...commitmentsOf('reducing reoffending', {
    'line 1433':
      'Continue to drive forward and test innovative and whole-systems approaches to tackling persistent offenders to support greater consistency and effectiveness across London',
    'line 1434':
      'Review the use of community sentences in London to ensure that the right interventions are used with offenders to reduce their risk of reoffending, and work to improve compliance with community orders, including through the further use of electronic monitoring',
    'line 1435':
      'Work with the Ministry of Justice, HM Prison and Probation Service, the National Probation Service, the London CRC, local authorities and other partners to deliver a new prison pathfinder of integrated services into prisons to reduce reoffending',
    'line 1437':
      "Bring the GLA, local authorities and other partners together to expand access to services that work with offenders and their families, including work to develop offenders' skills to improve their employability and increase their access to job opportunities",
    'line 1438':
      'Work with our partners to deliver a specific approach to young adults across all criminal justice agencies that is focused on continuing and integrating services, particularly at the transition point between youth and adult services',
    'line 1439':
      "Work to divert low-risk women from the formal criminal justice processes through police-led triage and push for additional investment from partners to expand access to specialist women's centres so that female offenders across London have access to gender-appropriate provision designed to tackle reoffending",
  }),
  ...commitmentsOf('criminal justice and health', {
    'line 1455':
      'Use co-commissioning to drive efficiencies across health and justice, particularly in the priority areas of sexual violence and child sexual exploitation',
    'line 1456':
      'Review the effectiveness of police custody healthcare arrangements to ensure the most effective model of provision and clinical governance',
    'line 1457':
      'Review the effectiveness of Drug Intervention Programmes in London and that of the current arrangements for drug testing in police custody to ensure the most effective use of current funds invested in reducing the impact of substance misuse on offending in London',
    'line 1458':
      'Work to reduce the number of children and vulnerable people in custody through improved, sustained diversionary strategies – resulting in improved access to health services to reduce offending and repeat victimisation',
    'line 1459':
      'Influence local health commissioning priorities and transformation plans to ensure better alignment of services and improved transfer and continuity of care between settings, particularly for those with vulnerabilities',
  }),
];
