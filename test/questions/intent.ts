/** What is wanted of a figure: its value, which way it goes, or how it stands to something. */
export type Intent = 'value' | 'trend' | 'LONDON' | 'ENGLAND' | 'PREVIOUS_YEAR';

const signs: readonly (readonly [Intent | 'rank', RegExp])[] = [
  [
    'rank',
    /\b(rank\w*|league|worst|safest|most dangerous|highest|lowest|top|biggest|which (borough|council|court|crown court|hospital|ward|area)s? (has|have|had|is|are))\b/i,
  ],
  [
    'LONDON',
    /\b(than|compared? (to|with)|versus|against|like) (in |that of )?(the )?(rest of |all of |whole of )?(London|the capital|London average|average for London)/i,
  ],
  [
    'ENGLAND',
    /\b(than|compared? (to|with)|versus|against) (in |that of )?(the )?(rest of |all of |whole of )?(England|national average|country|nationally)/i,
  ],
  [
    'PREVIOUS_YEAR',
    /\b(than|compared? (to|with)|versus|on) (the |a )?(last year|year before|year earlier|previous year|year ago)/i,
  ],
  [
    'trend',
    /\b(rising|falling|going (up|down)|gone (up|down)|increas\w*|decreas\w*|trend\w*|getting (worse|better)|risen|fallen|declin\w*|grow(n|ing))\b/i,
  ],
];

/** What a question wants, by its words. Never throws. */
export function intentOf(words: string): Intent | 'rank' {
  return signs.find(([, sign]) => sign.test(words))?.[0] ?? 'value';
}

/** The words without those that say what is wanted: they are no part of what is looked for. Never throws. */
export function withoutIntent(words: string): string {
  return signs.reduce((text, [, sign]) => text.replace(sign, ' '), words).slice(0, 200);
}
