import { dayOf } from '$lib/domain/calendar';
import type { Attention } from './attention.svelte';
import { writeCopyNote } from './copy-note';
import type { Phone } from './phone.svelte';

/** How a file leaves the app: to another app, into the phone's downloads, or not after all. */
export type HandedOver = 'shared' | 'downloaded' | 'dropped';

type World = Readonly<{
  handOver: (text: string, name: string) => Promise<HandedOver>;
  notes: Pick<Storage, 'getItem' | 'setItem'> | undefined;
}>;

/** What became of the last try; "not-yet" before the ward's key has reached this phone. */
export type CopyOutcome = HandedOver | 'not-yet' | 'nothing' | 'failed';

/** Makes the second copy of unsent work (bản sao dự phòng; OB6). The work stays on the phone and is sent all the same. */
export class SecondCopyMaker {
  readonly #phone: Phone;
  readonly #attention: Attention;
  readonly #world: World;
  #making = $state(false);
  #outcome: { kind: CopyOutcome; name: string; entries: number } | undefined = $state.raw();

  constructor(phone: Phone, attention: Attention, world: World) {
    this.#phone = phone;
    this.#attention = attention;
    this.#world = world;
  }

  get making(): boolean {
    return this.#making;
  }
  get outcome(): { kind: CopyOutcome; name: string; entries: number } | undefined {
    return this.#outcome;
  }

  async make(): Promise<void> {
    if (this.#making) return;
    this.#making = true;
    this.#outcome = await this.#made();
    this.#making = false;
  }

  async #made(): Promise<{ kind: CopyOutcome; name: string; entries: number }> {
    const { actor, entries, wardTime: at } = this.#phone;
    const [name, nothing] = [copyName(at), { name: '', entries: 0 }];
    try {
      const newest = entries[0]?.n ?? 0;
      const copy = await this.#phone.sealSecondCopy();
      if (!copy) return { kind: this.#phone.ledger.unsent === 0 ? 'nothing' : 'not-yet', ...nothing };
      const kind = await this.#world.handOver(JSON.stringify(copy), name);
      if (kind !== 'dropped') {
        const note = { n: newest, at };
        writeCopyNote(this.#world.notes, actor.account, note);
        this.#attention.noted(note);
      }
      return { kind, name, entries: copy.entries };
    } catch {
      return { kind: 'failed', ...nothing };
    }
  }
}

/** For the page that shows it. */
export const openSecondCopy = (
  phone: Phone,
  attention: Attention,
  page: Window & typeof globalThis
): SecondCopyMaker =>
  new SecondCopyMaker(phone, attention, {
    handOver: (text, name) => handOverFile(page, text, name),
    notes: page.localStorage
  });

/** "ban-sao-thi-dua-2026-11-23-1840": day and hour, nobody's name. */
export const copyName = (at: number): string =>
  `ban-sao-thi-dua-${dayOf(at)}-${new Date(at + 7 * 3_600_000).toISOString().slice(11, 16).replace(':', '')}`;

/** To another app where the phone can, else into its downloads. Some phones share no .json: the same text goes as .txt. */
export async function handOverFile(
  page: Window & typeof globalThis,
  text: string,
  name: string
): Promise<HandedOver> {
  const json = new File([text], `${name}.json`, { type: 'application/json' });
  const plain = new File([text], `${name}.txt`, { type: 'text/plain' });
  const { navigator } = page;
  const fitting = [json, plain].find((file) => navigator.canShare?.({ files: [file] }));
  if (fitting) {
    try {
      await navigator.share({ files: [fitting] });
      return 'shared';
    } catch (fault) {
      if (fault instanceof DOMException && fault.name === 'AbortError') return 'dropped';
    }
  }
  download(page, json);
  return 'downloaded';
}

function download(page: Window & typeof globalThis, file: File): void {
  const href = page.URL.createObjectURL(file);
  const link = page.document.createElement('a');
  link.href = href;
  link.download = file.name;
  link.click();
  // The browser is still reading it when click returns.
  page.setTimeout(() => page.URL.revokeObjectURL(href), 60_000);
}
