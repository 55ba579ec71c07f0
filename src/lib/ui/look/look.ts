export const SIZES = ['normal', 'large', 'largest'] as const;
export type Size = (typeof SIZES)[number];

/** Of the phone's own choice, on paper, by night, in bright sun. */
export const THEMES = ['own', 'light', 'dark', 'sun'] as const;
export type Theme = (typeof THEMES)[number];

/** How the notebook looks on this phone (cỡ chữ, màu); it belongs to the phone, not to the person. */
export type Look = Readonly<{ size: Size; theme: Theme }>;

export const SIZE_WORDS: Readonly<Record<Size, string>> = {
  normal: 'Vừa',
  large: 'To',
  largest: 'Rất to'
};

export const THEME_WORDS: Readonly<Record<Theme, string>> = {
  own: 'Theo máy',
  light: 'Sáng',
  dark: 'Tối',
  sun: 'Ngoài nắng'
};

/** static/look.js applies it before anything is drawn. */
const KEY = 'look';

export function readLook(notes: Pick<Storage, 'getItem'>): Look {
  const kept = parsed(notes.getItem(KEY));
  return {
    size: SIZES.find((size) => size === kept.size) ?? 'normal',
    theme: THEMES.find((theme) => theme === kept.theme) ?? 'own'
  };
}

export function keepLook({ size, theme }: Look, notes: Pick<Storage, 'setItem'>, page: EventTarget): void {
  notes.setItem(KEY, JSON.stringify({ size, ...(theme !== 'own' && { theme }) }));
  page.dispatchEvent(new Event(KEY));
}

function parsed(text: string | null): Partial<Record<string, unknown>> {
  try {
    return (JSON.parse(text ?? '{}') as Partial<Record<string, unknown>> | null) ?? {};
  } catch {
    return {};
  }
}
