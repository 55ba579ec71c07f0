/** What is looked at on a phone (kiểm tra máy), in the order of the code. */
export const CHECKS = ['kept', 'space', 'clock', 'network', 'version', 'offline'] as const;
export type Check = (typeof CHECKS)[number];

const STATES = ['good', 'doubt', 'bad', 'unknown'] as const;
export type CheckState = (typeof STATES)[number];
export type Findings = Readonly<Record<Check, CheckState>>;

const PLATFORMS = ['android', 'iphone', 'other'] as const;
const PLACES = ['page', 'installed', 'inside-app'] as const;
/** On what kind of phone the notebook is open, and where on it. */
export type Seat = Readonly<{ platform: (typeof PLATFORMS)[number]; place: (typeof PLACES)[number] }>;

/** Eight digits to be read over the phone, "0010 0341"; the last one tells when one was misheard. */
export function writeCheckCode(findings: Findings, { platform, place }: Seat): string {
  const states = CHECKS.map((check) => STATES.indexOf(findings[check]));
  const digits = [...states, PLATFORMS.indexOf(platform) * 3 + PLACES.indexOf(place)];
  const code = [...digits, lastDigit(digits)].join('');
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What a code says; nothing where a digit was misheard. */
export function readCheckCode(code: string): { findings: Findings; seat: Seat } | undefined {
  const digits = [...code.replace(/\s/g, '')].map(Number);
  const last = digits.pop();
  const seat = digits.at(-1)!;
  if (digits.length !== CHECKS.length + 1 || last !== lastDigit(digits) || seat > 8) return;
  const states = CHECKS.map((check, place) => [check, STATES[digits[place]!]] as const);
  if (states.some(([, state]) => state === undefined)) return;
  return {
    findings: Object.fromEntries(states) as Findings,
    seat: { platform: PLATFORMS[Math.floor(seat / 3)]!, place: PLACES[seat % 3]! }
  };
}

/** Weights of one and three, as on every packet in a shop: one wrong digit is always noticed. */
const lastDigit = (digits: readonly number[]): number =>
  (10 - (digits.reduce((sum, digit, place) => sum + digit * (place % 2 === 0 ? 3 : 1), 0) % 10)) % 10;
