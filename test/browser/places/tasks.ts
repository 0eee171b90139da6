import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browserPath, waitUntilThere } from '../browser.ts';
import { alike, type SharedBrowser } from '../shared-browser.ts';

/** Somebody who has no manual: he reads what is on the page, and does what he sees there. */
class Visitor {
  #actions = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** How often he has clicked, or typed and pressed Enter, since he came. */
  get actions(): number {
    return this.#actions;
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.#go(() => this.#page.getByRole('main').getByRole('link', { name, exact: true }).first().click());
  }

  async type(label: string, text: string): Promise<void> {
    await this.#go(async () => {
      await this.#page.getByRole('main').getByLabel(label).fill(text);
      await this.#page.keyboard.press('Enter');
    });
  }

  async unfold(summary: string): Promise<void> {
    this.#actions += 1;
    await this.#page.getByText(summary, { exact: true }).first().click();
  }

  /** What stands in a part of the page, in a line. */
  async read(part: string): Promise<string> {
    return (await this.#page.locator(part).allInnerTexts()).join(' ').replaceAll(/\s+/g, ' ');
  }

  /** Leaving a page takes a moment, in which the one before is still there. */
  async #go(act: () => Promise<void>): Promise<void> {
    this.#actions += 1;
    const before = this.#page.url();
    await act();
    await this.#page.waitForURL(({ href }) => href !== before);
    await waitUntilThere(this.#page);
  }
}

const borough = 'Which borough?';
const figure = 'Find a figure, in your own words';

interface Task {
  readonly asks: string;
  readonly act: (visitor: Visitor) => Promise<void>;
  /** Where the answer stands. */
  readonly part: string;
  readonly answer: RegExp;
}

const tasks: readonly Task[] = [
  {
    asks: 'robbery in Camden, by month',
    act: async (visitor) => {
      await visitor.type(borough, 'Camden');
      await visitor.follow('Robbery');
      await visitor.unfold('Figures as a table');
    },
    part: '.series-table tbody',
    answer: /^November 2025 30 $/,
  },
  {
    asks: 'the rates of children looked after of one year, with London',
    act: async (visitor) => {
      await visitor.follow('All boroughs beside London');
      await visitor.follow('Looked-after children at 31 March, rate');
      await visitor.unfold('Figures as a table');
    },
    part: 'main',
    answer: /31 March 2023, by name .*Barnet 51 .*Camden 71 .*London: 51/,
  },
  {
    asks: 'the cases open at one Crown Court, and that nothing says how long they take there',
    act: (visitor) => visitor.type(borough, 'Hackney'),
    part: '#courts',
    answer: /For single courts, the number of open cases is published, and not how long cases take\. .*Example 900/,
  },
  {
    asks: 'whether crime in Lewisham is rising, and how sure that is',
    act: (visitor) => visitor.type(borough, 'Lewisham'),
    part: '#crime .panel-words',
    answer:
      /^300 offences November 2025 No margin of error is published for it\. Which way it went cannot be said\. Five comparable points in a row are needed/,
  },
  {
    asks: 'which boroughs have withheld numbers, and why',
    act: async (visitor) => {
      await visitor.follow('What is in the graph at all?');
      await visitor.follow('Looked-after children at 31 March');
      await visitor.unfold('Coverage as a table');
    },
    part: 'main',
    answer: /Hackney S2021-03-31 S2023-03-31 2 1 0.*(?:withheld|rounded|suppressed)/i,
  },
  {
    asks: 'Newham’s wards, and why they have no rank',
    act: async (visitor) => {
      await visitor.type(borough, 'Newham');
      await visitor.follow('Its wards');
    },
    part: 'main',
    answer: /^Wards of Newham By name, and by no rank\. .*No wards of Newham are held for today/,
  },
  {
    asks: 'what became of stops and searches',
    act: async (visitor) => {
      await visitor.type(figure, 'stop and search outcomes');
      await visitor.follow(/^Stop and search/);
    },
    part: 'main',
    answer: /^.*Stop and search.*(?:outcome|no figures|awaited)/i,
  },
  {
    asks: 'whether knife crime is held',
    act: async (visitor) => {
      await visitor.type(figure, 'is knife crime held');
      await visitor.follow(/^Knife crime/);
    },
    part: 'main',
    answer: /^.*Knife crime.*(?:awaited|not been loaded|not loaded|no figures)/i,
  },
  {
    asks: 'hospital attendances for assault, and who may see them',
    act: async (visitor) => {
      await visitor.type(figure, 'hospital attendances for assault');
      await visitor.follow(/attendances/);
    },
    part: 'main',
    answer: /named users|agreement/i,
  },
  {
    asks: 'what is in the graph at all',
    act: (visitor) => visitor.follow('What is in the graph at all?'),
    part: '.holdings',
    answer: /Recorded crime/,
  },
];

/** The ten tasks that everybody brings, each from the start. */
export function testTasks(shared: SharedBrowser): void {
  describe.skipIf(browserPath === null)('from the start, without a manual, in at most four actions', () => {
    it.each(alike(tasks, 4))('somebody finds $asks', async ({ act, part, answer }) => {
      await using opened = await shared.open('/');
      const visitor = new Visitor(opened.page);
      await act(visitor);
      expect(await visitor.read(part)).toMatch(answer);
      expect(visitor.actions).toBeLessThanOrEqual(4);
    });
  });
}
