import { letter2022 } from './documents.ts';
import { framework } from './framework.ts';
import { recommendationsOf } from './recommendation.ts';

/**
 * What the committee of the London Assembly asked of the Plan of 2022, as the letter that answers it quotes it.
 *
 * The letter has no headings: themes are what a recommendation is about.
 */
export const recommendations2022 = framework({
  id: 'committee-recommendations-2022',
  title: 'Police and Crime Committee recommendations on the draft Police and Crime Plan 2022-25',
  // The day of the letter: the committee's own response is not at hand.
  validFrom: '2022-03-23',
  validTo: null,
  hasNumericTargets: false,
  source: letter2022('17-129'),
  measures: recommendationsOf(2022, [
    {
      number: '1',
      theme: 'online harm',
      source: letter2022('19-26'),
      wording:
        "The final Plan should include commitments to: review the Met's ability to tackle the online drivers of crime and violence, in particular amongst young people; work closely with social media companies to prevent and reduce violent crime",
    },
    {
      number: '2',
      theme: 'violence against women and girls',
      source: letter2022('28-38'),
      wording:
        'The final Plan should make specific commitments to address domestic abuse, including: rolling out domestic abuse perpetrator programmes across London so that there is a high and consistent level of intervention in every London borough; introducing LGBT+ domestic abuse perpetrator programmes; rolling out Domestic Abuse Matters training to all Met Police staff; adopting a whole-school approach to tackle domestic abuse, and violence against women and girls (VAWG)',
    },
    {
      number: '3',
      theme: 'drugs',
      source: letter2022('40-46'),
      wording:
        "The final Plan should identify the specific action needed to tackle drug harm, use and supply in London, incorporating the key findings and lessons from the government's drugs strategy",
    },
    {
      number: '4',
      theme: 'counter-terrorism',
      source: letter2022('48-52'),
      wording:
        "The final Plan should include specific commitments to increase Londoners' awareness of, and opportunities to contribute to, counterterrorism efforts",
    },
    {
      number: '5',
      theme: 'the Plan and its measures',
      source: letter2022('54-58'),
      wording:
        'MOPAC should publish two versions of the final Plan: a high-level summary that is written for Londoners, and a more detailed Plan that is aimed at those practitioners working in the policing and criminal justice sectors',
    },
    {
      number: '6',
      theme: 'trust and confidence',
      source: letter2022('60-64'),
      wording:
        'The final Plan should commit to working with Londoners, through community representatives and groups, to set the targets for its measures to increase trust and confidence in policing by 30 September 2022',
      due: '2022-09-30',
    },
    {
      number: '7',
      theme: 'trust and confidence',
      source: letter2022('66-75'),
      wording:
        'The Committee recommends that the final Plan includes: a specific date in 2022 when the new Community Monitoring Groups model will be implemented; a commitment to set a target for the time in which communities and organisations should expect to receive their funding from MOPAC',
    },
    {
      number: '8',
      theme: 'violence against women and girls',
      source: letter2022('77-81'),
      wording:
        'The final Plan should include commitments to promote and support the strategic oversight of training needs for practitioners supporting survivors of VAWG, including awareness of cultural sensitivities. As a minimum, this should include the development of a live training needs strategy for all practitioners funded by the Mayor',
    },
    {
      number: '9-10',
      theme: 'fraud',
      source: letter2022('83-91'),
      wording:
        "The final Plan should include commitments to work with the National Crime Agency (NCA) to improve reporting and support services to fraud victims in London. This should include specific references to efforts to tackle cybercrime, and increase Londoners' awareness of this type of crime. … The final Plan should include an action plan with new interventions to prevent and reduce fraud in London and improve outcomes for fraud victims",
    },
    {
      number: '11',
      theme: 'criminal justice',
      source: letter2022('93-99'),
      wording: 'The final Plan should identify the specific devolved criminal justice powers the Mayor will lobby for',
    },
    {
      number: '12',
      theme: 'violence against women and girls',
      source: letter2022('101-105'),
      wording:
        'MOPAC should identify specific targets for growth in rape detection rates in London for each of the years during the final Plan',
    },
    {
      number: '13',
      theme: 'modern slavery',
      source: letter2022('107-113'),
      wording:
        'The final Plan should include a specific commitment for MOPAC to establish a working group to identify what measures can be taken to improve the National Referral Mechanism (NRM) process in London and how it will work with national partners on the issue',
    },
    {
      number: '14',
      theme: 'the Plan and its measures',
      source: letter2022('115-117'),
      wording:
        "MOPAC should publish accessible data on the local crime prevention priorities for each area. The updates should form part of MOPAC's overall quarterly performance updates",
    },
    {
      number: '15',
      theme: 'the Plan and its measures',
      source: letter2022('125-129'),
      wording:
        "The final Plan should include a commitment to commission an independent review of the additional qualitative indicators developed to measure progress against the Plan's Young people in the justice system are safe and supported theme by June 2022. MOPAC should use the findings of such a review to inform further qualitative measures for other areas of the final Plan",
      due: '2022-06-30',
    },
    {
      number: '16',
      theme: 'the Plan and its measures',
      source: letter2022('119-123'),
      wording:
        'The final Plan should include a commitment for MOPAC to publish a comprehensive and easily accessible data dashboard, detailing all performance information that pertains to the Plan',
    },
  ]),
});
