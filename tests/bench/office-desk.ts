import { SESSION_PATH } from '$lib/protocol/paths';
import { PIN } from './ward';

/** An officer's browser without a screen: it posts the forms of the ward's desk. */
export class OfficeDesk {
  private constructor(
    readonly url: string,
    readonly cookie: string
  ) {}

  static async signsIn(url: string): Promise<OfficeDesk> {
    const answer = await fetch(url + SESSION_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'officer', pin: PIN })
    });
    if (!answer.ok) throw new Error(`Sign-in refused: ${answer.status}`);
    return new OfficeDesk(url, answer.headers.get('set-cookie')!.split(';')[0]!);
  }

  /** The page of the list that a file became. */
  async brings(name: string, bytes: Uint8Array): Promise<string> {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(bytes)], name));
    return this.#posts('/ward/lists?/take', form);
  }

  /** Every sheet as it was proposed, each of the group in its place. */
  async previews(list: string, groups: readonly string[]): Promise<void> {
    const form = new FormData();
    groups.forEach((group, number) => {
      form.set(`sheet.${number}`, 'yes');
      form.set(`group.${number}`, group);
    });
    await this.#posts(`${list}?/preview`, form);
  }

  async enters(list: string): Promise<void> {
    await this.#posts(`${list}?/enter`, new FormData());
    for (;;) {
      const page = await (await fetch(this.url + list, { headers: { cookie: this.cookie } })).text();
      if (page.includes('Đã nhập:')) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async #posts(path: string, body: FormData): Promise<string> {
    const headers = { cookie: this.cookie, origin: this.url, accept: 'text/html' };
    const answer = await fetch(this.url + path, { method: 'POST', headers, body, redirect: 'manual' });
    const location = answer.headers.get('location');
    if (answer.status !== 303 || !location) throw new Error(`${path}: ${answer.status}`);
    return location;
  }
}
