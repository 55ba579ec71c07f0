import type { Measure } from '../bench-world';
import { alone, compared, inMegabytes } from '../table';
import { packed, sendAll, WirePhone } from '../wire-phone';

const ENTRIES = 200;

/** All 23 phones with 200 entries each at the same moment; the time until the last is answered, and the memory. */
export const crowd: Measure = async ({ led, ours, bare, runs }) => {
  const phones: WirePhone[] = [];
  for (const one of led) phones.push(await WirePhone.signsIn(ours.url, one));
  for (const phone of phones) await phone.loads();
  const ms = { ours: [] as number[], bare: [] as number[] };
  const before = [await ours.peak(), await bare.peak()] as const;
  for (let run = 0; run <= runs; run += 1) {
    if (run === 1) await Promise.all([ours.resetPeak(), bare.resetPeak()]);
    const entries = phones.map((phone) => phone.taps(ENTRIES));
    const toOurs = await Promise.all(phones.map((phone, index) => phone.packs(entries[index]!)));
    const toBare = await Promise.all(entries.map((own) => packed(`${bare.url}/entries`, { entries: own })));
    const sent = await sendAll(toOurs);
    phones.forEach((phone, index) => phone.takes(sent.answers[index]!, ENTRIES));
    const stored = await sendAll(toBare);
    // The first run warms both and is not counted.
    if (run === 0) continue;
    ms.ours.push(sent.ms);
    ms.bare.push(stored.ms);
  }
  const [our, least] = [await ours.peak(), await bare.peak()];
  const name = `${phones.length} phones × ${ENTRIES} entries at once`;
  return [
    compared(`**${name}**, until the last is answered`, ms.ours, ms.bare),
    {
      ...alone('– peak memory of the server meanwhile', inMegabytes(our)),
      bare: inMegabytes(least),
      ratio: `${(our / least).toFixed(2)} ×`
    },
    {
      ...alone('– its peak before that, since its start', inMegabytes(before[0])),
      bare: inMegabytes(before[1])
    }
  ];
};
