import type { Seat } from '$lib/domain/delivery/check-code';

/** Inside which other app a page is open, as people call it. */
export type InsideApp = 'Zalo' | 'Facebook' | 'Messenger' | 'TikTok' | 'ứng dụng khác';

type Navigating = Readonly<{ userAgent: string; maxTouchPoints?: number; standalone?: boolean }>;

const APPS: readonly [RegExp, InsideApp][] = [
  [/Zalo/i, 'Zalo'],
  [/MessengerForiOS|Orca-Android|FB_IAB\/(?:Orca|MESSENGER)/i, 'Messenger'],
  [/FBAN|FBAV|FB_IAB/, 'Facebook'],
  [/musical_ly|BytedanceWebview|trill_/i, 'TikTok'],
  [/Instagram|Line\/|Viber|; wv\)/, 'ứng dụng khác']
];

/** What kind of phone a page is on, and whether another app holds it. */
export function browserKind(
  { userAgent, maxTouchPoints = 0, standalone = false }: Navigating,
  isStandalone: boolean
): Seat & { inside: InsideApp | undefined } {
  const isIphone = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  const platform = isIphone ? 'iphone' : /Android/.test(userAgent) ? 'android' : 'other';
  const installed = isStandalone || standalone;
  const named = APPS.find(([pattern]) => pattern.test(userAgent))?.[1];
  // Every browser of an iPhone names Safari; the window of another app does not.
  const isNameless = isIphone && !/Safari\//.test(userAgent) && !installed;
  const inside = named ?? (isNameless ? 'ứng dụng khác' : undefined);
  return { platform, inside, place: inside ? 'inside-app' : installed ? 'installed' : 'page' };
}

/** The same for the page one is on. */
export const browserHere = (page: Window): ReturnType<typeof browserKind> =>
  browserKind(page.navigator as Navigating, page.matchMedia('(display-mode: standalone)').matches);
