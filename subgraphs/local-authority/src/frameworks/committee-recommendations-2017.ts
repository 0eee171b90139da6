import { decision2017, response2017 } from './documents.ts';
import { framework } from './framework.ts';
import { recommendationsOf } from './recommendation.ts';

/** A place in the committee's response: in its own edition, and in the Mayoral decision to which it is attached. */
const both = (own: string, ...attached: Parameters<typeof decision2017>) =>
  `${response2017(own)}; ${decision2017(...attached)}`;

/** What the committee of the London Assembly asked of the Plan of 2017. Themes are the headings of its response. */
export const recommendations2017 = framework({
  id: 'committee-recommendations-2017',
  title: 'Police and Crime Committee recommendations on the draft Police and Crime Plan 2017-21',
  // The response is dated by its month alone.
  validFrom: '2017-02-01',
  validTo: null,
  hasNumericTargets: false,
  source: both('1-218', '2335-2367'),
  measures: recommendationsOf(2017, [
    {
      number: '1',
      theme: 'Keeping children and young people safe',
      source: both('8-37', '2337-2344'),
      wording:
        'The final Police and Crime Plan, and the subsequent knife crime strategy, should include a commitment to improving engagement with young people about knife crime and violence to support prevention. This should include: uncoupling the perception that serious youth violence and knife crime are linked to gang activity, and redirecting public attention to reflect the prevalence of non-gang-related youth violence; providing reassurance and appropriate messaging about the realities of knife crime; helping to drive an increase in awareness of the importance of young victims reporting serious violence, and the ways in which they can do so; exploring the potential to extend youth worker provision in Accident and Emergency into other areas, such as sexual health clinics, to support those who experience abuse',
    },
    {
      number: '2',
      theme: 'Violence against women and girls (VAWG)',
      source: both('44-59', '2349'),
      wording:
        'The Mayor should use his commissioning powers to provide and deliver sustainable services to meet the needs of all victims and survivors of VAWG in London, including: increasing the number of Independent Sexual Violence Advisers (ISVAs) and Independent Domestic Violence Advocates (IDVAs); providing long-term funding to give specialist services certainty in the support they can provide to victims',
    },
    {
      number: '3',
      theme: 'Standing together against extremism, hatred and intolerance',
      source: both('68-79', '2350'),
      wording:
        'The final Police and Crime Plan should include specific commitments to: work with local authorities and the Home Office to explore new ways of commissioning activity to prevent extremism; engage communities more effectively to safeguard against extremism',
    },
    {
      number: '4',
      theme: 'Harmful practices: FGM',
      source: both('86-94', '2351'),
      wording:
        "The final Police and Crime Plan should fully reflect the Mayor's promise that FGM is a practice that he will not tolerate. It should provide further specific detail on how the Mayor and MOPAC will work with organisations and communities in London to eradicate FGM",
    },
    {
      number: '5',
      theme: 'Fraud and online crime',
      source: both('100-106', '2353'),
      wording:
        'The final Police and Crime Plan should be much clearer on its plans around cyber security and online crime, and include further detail on how the Mayor intends to support efforts to tackle online fraud',
    },
    {
      number: '6',
      theme: 'Tackling drug use',
      source: both('110-121', '2354'),
      wording:
        'The final Police and Crime Plan should set out more clearly how the Mayor intends to: approach prevention, intervention, and enforcement in respect of tackling drugs in the capital; work with partners in neighbouring counties to tackle drug trafficking that occurs across county lines',
    },
    {
      number: '7',
      theme: 'Health and policing',
      source: both('125-132', '2355'),
      wording:
        "The final Police and Crime Plan should set out the Mayor's intention to draft a clear plan and specific actions for supporting people with mental health needs that come into contact with the police and criminal justice service",
    },
    {
      number: '8',
      theme: 'Health and policing',
      source: both('134-142', '2355'),
      wording:
        "The final Police and Crime Plan should outline the Mayor's commitment to push for improvements in the commissioning of healthcare in custody, to be delivered effectively and soon, to ensure that all detainees have access to the healthcare that they need",
    },
    {
      number: '9',
      theme: 'A better criminal justice service',
      source: both('146-153', '2357'),
      wording:
        'The final Police and Crime Plan should set out the steps the Mayor and MOPAC will aim to take to take to push for greater devolution of powers and more responsibility over the criminal justice service to City Hall',
    },
    {
      number: '10',
      theme: 'Frontline policing',
      source: both('157-169', '2358', '2571-2574'),
      wording:
        'As a matter of urgency, MOPAC should revisit its local priority setting processes, to ensure that: the parameters for what priorities look like are clear and transparent; Safer Neighbourhood Boards, ward panels and other interested groups have an input into the priorities for their boroughs',
    },
    {
      number: '11',
      theme: 'Frontline policing',
      source: both('171-179', '2358', '2578'),
      wording:
        'The Mayor should ensure that an adequate period of time is given to the borough merger pathfinder pilots, to ensure that they can be fully assessed. This assessment should examine the impact of differing priorities across a single Basic Command Unit on officers and on performance',
    },
    {
      number: '12',
      theme: 'Holding the Met and MOPAC to account',
      source: both('184-193', '2359', '2592'),
      wording:
        'The final Police and Crime Plan should set out how each priority, including local priorities, will be measured and provide a clear indication of what success would look like. The Mayor should also set out how, using these measures, he will make an assessment about the performance of the Metropolitan Police as a whole',
    },
    {
      number: '13',
      theme: 'Delivering in uncertain times',
      source: both('197-218', '2361-2367'),
      wording:
        "The Mayor should make it a priority for the new Commissioner of the Metropolitan Police to tackle the issue of workforce morale as part of the force's work on inclusion, fairness and equality. This should include: a particular focus on officers working in high pressure specialist areas, such as firearms; ensuring adequate training for officers throughout their careers, to instil a positive culture and ensure they are well equipped to deal with the issues Londoners face; examining how increased diversity in the Met can support good morale, and any new ways in which it can be achieved",
    },
  ]),
});
