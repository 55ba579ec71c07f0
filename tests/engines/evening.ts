import { type Driver, until } from './driver';

/** What an evening came to. */
export type Evening = Readonly<{ entries: number; width: number }>;

const DOORS = 12;
const ANSWERED = 3;
const UNDONE = 5;
const BIRTH = 7;
const MOVE = 9;

/** Signs in, then without the ward: doors of the round, an answer, an undo, a birth, a move, a reload; then all of it is sent. */
export async function spendAnEvening(
  driver: Driver,
  ward: Readonly<{ url: string; stop: () => Promise<void>; start: () => Promise<void> }>,
  look: (state: string) => Promise<void>
): Promise<Evening> {
  const hand = aHand(driver);
  await driver.open(`${ward.url}/sign-in`);
  await hand.write('input[name=login]', 'totruong1');
  await hand.write('input[name=pin]', '246810');
  await hand.press('^Đăng nhập$');
  await hand.sees('Phường đã nhận hết');
  await until('the worker', () => driver.run('return Boolean(navigator.serviceWorker.controller)'));
  await look('today');
  await ward.stop();

  await driver.open(`${ward.url}/round`);
  for (let door = 1; door <= DOORS; door += 1) {
    await until('a door', () => hand.find('^(Đi tiếp:.*|Không thay đổi|Xong, hộ tiếp|Hộ tiếp)$'));
    if (await hand.find('^Đi tiếp:')) await hand.press('^Đi tiếp:');
    await walksIn(hand, door);
    if (door === 1) await look('door');
    await hand.leaves();
    if (door === UNDONE) {
      await hand.goesOn(() => hand.press('^Hoàn tác$'));
      await hand.leaves();
    }
  }
  await driver.reload();
  await until('the round again', () => hand.find('^(Đi tiếp:.*|Không thay đổi|Xong, hộ tiếp|Hộ tiếp)$'));
  await driver.open(`${ward.url}/outbox`);
  await hand.sees('mục trên máy');
  await look('unsent');
  const said = await driver.run<string>('return document.body.innerText');
  const entries = Number(/([\d.]+) mục trên máy/.exec(said)?.[1]);
  await ward.start();
  await hand.press('^Gửi ngay$');
  await hand.sees('Phường đã nhận hết');
  await look('received');
  return { entries, width: await driver.run<number>('return innerWidth') };
}

async function walksIn(hand: ReturnType<typeof aHand>, door: number): Promise<void> {
  if (door === ANSWERED) {
    await hand.press('', 'section.person summary');
    await hand.press('', 'section.person fieldset label:not(:has(:checked))');
    await hand.sees('trên máy');
  } else if (door === BIRTH) {
    await hand.press('^Có thay đổi về người');
    await hand.press('^Sinh con');
    await hand.write('input[autocomplete]:not([type=search])', 'Nguyễn Bảo An');
    await hand.writeBelow('Ngày sinh, năm sinh hoặc tuổi', '5/10/2026');
    await hand.press('^Thêm trẻ vào hộ$');
    await until('the child', () => hand.find('Nguyễn Bảo An', 'section.person'));
  } else if (door === MOVE) {
    await hand.press('^Có thay đổi về người');
    await hand.press('^Có người chuyển đi');
    await hand.press('', 'fieldset input[type=checkbox]');
    await hand.press('^Ghi người chuyển đi$');
    await until('the door again', () => hand.find('^Có thay đổi về người'));
  }
}

const TOUCHABLE = 'button, a, summary, label, input';

/** Finds what a person would read, and touches it. */
function aHand(driver: Driver) {
  const find = (words: string, among = TOUCHABLE) =>
    driver.run<object | null>(
      `const wanted = new RegExp(arguments[0], 'u');
       return [...document.querySelectorAll(arguments[1])].find((one) =>
         one.checkVisibility() && !one.closest('[aria-disabled=true]') && wanted.test((one.innerText ?? '').replace(/\\s+/gu, ' ').trim())) ?? null;`,
      words,
      among
    );
  const press = async (words: string, among = TOUCHABLE) => {
    const element = await until(`${words} ${among}`, () => find(words, among));
    await driver.run('arguments[0].scrollIntoView({ block: "center" })', element);
    await driver.click(element);
  };
  const here = () => driver.run<string>('return location.href');
  /** To another door, by whatever is done. */
  const goesOn = async (act: () => Promise<void>) => {
    const door = await here();
    await act();
    await until('another door', async () => (await here()) !== door);
  };
  return {
    find,
    press,
    sees: (words: string) =>
      until(words, () => driver.run<boolean>('return document.body.innerText.includes(arguments[0])', words)),
    async write(field: string, words: string) {
      const element = await until(field, () =>
        driver.run<object | null>('return document.querySelector(arguments[0])', field)
      );
      await driver.type(element, words);
    },
    async writeBelow(label: string, words: string) {
      const element = await until(label, () =>
        driver.run<object | null>(
          'return [...document.querySelectorAll("label")].find((one) => one.innerText.startsWith(arguments[0]))?.control ?? null',
          label
        )
      );
      await driver.type(element, words);
    },
    goesOn,
    leaves: () => goesOn(() => press('^(Không thay đổi|Xong, hộ tiếp|Hộ tiếp)$'))
  };
}
