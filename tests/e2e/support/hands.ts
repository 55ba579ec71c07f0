import { expect, type Locator, type Page } from '@playwright/test';

/** How somebody works the app: with a thumb, or with the keyboard alone. Counts what it takes. */
export type Hand = Readonly<{
  /** A tap, or the way there with Tab and Enter. */
  press: (what: Locator) => Promise<void>;
  /** A tap into a field, and words. */
  write: (where: Locator, words: string) => Promise<void>;
  count: () => Promise<number>;
}>;

declare global {
  var pressed: number;
}

/** Every touch is counted by the page itself. */
export async function aThumb(page: Page): Promise<Hand> {
  await page.evaluate(() => {
    globalThis.pressed = 0;
    addEventListener('pointerdown', () => (globalThis.pressed += 1), { capture: true });
  });
  const press = (what: Locator) => what.tap();
  return {
    press,
    async write(where, words) {
      await press(where);
      await page.keyboard.type(words);
    },
    count: () => page.evaluate(() => globalThis.pressed)
  };
}

/** Farther than this no key is pressed in search of something. */
const MOST_TABS = 150;

/** No touch and no mouse: Tab to a thing, Enter or Space on it. */
export function aKeyboard(page: Page): Hand {
  let keys = 0;
  const key = async (name: string) => {
    keys += 1;
    await page.keyboard.press(name);
  };
  const reach = async (wanted: Locator) => {
    await expect(wanted).toBeEnabled();
    // This one, whatever the arrows choose on the way to it.
    const what = (await wanted.elementHandle())!;
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      const way = await what.evaluate((element) => {
        const here = document.activeElement ?? document.body;
        if (here === element) return 'here';
        const group = (one: Element) => one instanceof HTMLInputElement && one.type === 'radio' && one.name;
        if (group(element) && group(here) === group(element)) return 'in its group';
        return here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? 'on' : 'back';
      });
      if (way === 'here') return what;
      await key(way === 'in its group' ? 'ArrowRight' : way === 'on' ? 'Tab' : 'Shift+Tab');
    }
    throw new Error('The keyboard does not get there.');
  };
  return {
    async press(what) {
      const there = await reach(what);
      const kind = await there.evaluate((element) => (element as HTMLInputElement).type ?? '');
      const isDone = kind === 'radio' && (await there.isChecked());
      if (!isDone) await key(kind === 'radio' || kind === 'checkbox' ? 'Space' : 'Enter');
    },
    async write(where, words) {
      await reach(where);
      await page.keyboard.type(words);
    },
    count: async () => keys
  };
}
