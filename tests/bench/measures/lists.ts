import { dayOf } from '$lib/domain/calendar';
import { sampleWard } from '$lib/server/sample/sample-ward';
import { sampleLists } from '../../support/lists/sample-lists';
import type { Measure } from '../bench-world';
import { OfficeDesk } from '../office-desk';
import { alone, compared, quantile } from '../table';
import { send, WirePhone } from '../wire-phone';

/** Lists of the whole ward laid over its book, and 1,000 households entered, with a phone that calls all the while. */
export const lists: Measure = async ({ ours, led }) => {
  const today = dayOf(Date.now());
  const of = (seed: number, households: number) =>
    sampleWard({ seed, year: Number(today.slice(0, 4)), today, households });
  const whole = of(23, 11_000);
  const desk = await OfficeDesk.signsIn(ours.url);
  const phone = await WirePhone.signsIn(ours.url, led[0]!);
  await phone.loads();

  const still = await callsWhile(phone, () => new Promise((resolve) => setTimeout(resolve, 8_000)));
  const groups = whole.groups.map(({ id }) => id);
  const bytes = sampleLists(whole);
  const began = performance.now();
  const reading = await callsWhile(phone, async () => {
    await desk.previews(await desk.brings('toan phuong.xlsx', bytes), groups);
  });
  const previewed = performance.now() - began;

  const list = await desk.brings('moi.xlsx', sampleLists(of(99, 1_000)));
  await desk.previews(list, groups);
  const entering = await callsWhile(phone, () => desk.enters(list));
  const people = whole.rows.filter(({ type }) => type === 'person').length;
  return [
    alone(
      `**A list of ${people.toLocaleString('en')} people in 11,000 households: from the file to the preview**, a phone calling meanwhile`,
      `${(previewed / 1_000).toFixed(1)} s`
    ),
    compared(
      "A phone's exchange of 10 entries while it is previewed (beside: nothing else goes on)",
      reading,
      still
    ),
    alone(
      '– the slowest of twenty',
      `${quantile(reading, 0.95).toFixed(0)} ms, ${quantile(still, 0.95).toFixed(0)} ms`
    ),
    compared('– while 1,000 households are entered', entering, still),
    alone(
      '– the slowest of twenty',
      `${quantile(entering, 0.95).toFixed(0)} ms, ${quantile(still, 0.95).toFixed(0)} ms`
    )
  ];
};

const AT_ONCE = 10;

/** Milliseconds of each exchange that a phone makes, one after another, as long as something goes on. */
async function callsWhile(phone: WirePhone, work: () => Promise<unknown>): Promise<number[]> {
  let goesOn = true;
  const done = work().finally(() => (goesOn = false));
  const took: number[] = [];
  while (goesOn) {
    const packed = await phone.packs(phone.taps(AT_ONCE));
    const began = performance.now();
    const answer = await send(packed);
    took.push(performance.now() - began);
    phone.takes(answer, AT_ONCE);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await done;
  return took;
}
