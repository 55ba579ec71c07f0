/** A browser engine by the words of W3C WebDriver, as far as the evening needs them. */
export type Driver = Readonly<{
  name: string;
  open: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  /** Runs a function's body in the page. */
  run: <T>(script: string, ...told: unknown[]) => Promise<T>;
  /** As a finger would. */
  click: (element: object) => Promise<void>;
  type: (element: object, words: string) => Promise<void>;
  /** PNG in base64. */
  screenshot: () => Promise<string>;
  close: () => Promise<void>;
}>;

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
/** The name under which an engine knows an element. */
export const nameOf = (element: object): string => (element as Record<string, string>)[ELEMENT]!;

/** Waits for what becomes true; the last answer is told where it never does. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const found = await ask().catch((fault: unknown) => {
      if (Date.now() > end) throw fault;
    });
    if (found) return found;
    if (Date.now() > end) throw new Error(`Waited a minute for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
