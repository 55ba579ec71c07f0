import { countDay } from '$lib/device/day-count';
import { readOwnWork } from '$lib/device/open';
import { dayOf } from '$lib/domain/calendar';
import type { DeviceId } from '$lib/domain/ids';
import { textOf, valueOf } from '$lib/domain/entry/reading';
import { countDay as countDayAtWard } from '$lib/server/exchange/day-count';
import { type DeviceLine, superviseDevices } from '$lib/server/groups/device-supervision';
import { ledgerOf } from '$lib/state/ledger';
import { must } from './broken';
import type { WardState } from './invariants';
import type { SimulatedPhone } from './phone';
import type { World } from './world';

/** I8: what was entered is found again on the phone's line and on the ward's (EP4); I10: no loss is listed where none was. */
export async function countsAddUp(world: World, ward: WardState): Promise<void> {
  const { devices } = await superviseDevices(world.ward.services);
  const lines = new Map(devices.map((line) => [`${line.account} ${line.device}`, line]));
  for (const phone of world.phones) {
    const lineOf = (device: string) => lines.get(`${phone.actor.account} ${device}`);
    const { device } = await phone.counts();
    if (!phone.hadStorageFault) await bothLinesAgree(world, phone, lineOf(device), ward);
    for (const name of [device, ...phone.taken.values()])
      noneLostButTaken(world, phone, name, device, lineOf(name), ward);
    for (const earlier of phone.earlier) isGivenUp(world, earlier, lineOf(earlier), ward);
  }
}

/** A phone whose storage never failed: everything it made is at the ward, under the same words on both lines. */
async function bothLinesAgree(
  { ward }: World,
  phone: SimulatedPhone,
  line: DeviceLine | undefined,
  { entries, rows }: WardState
): Promise<void> {
  const name = `phone ${phone.number}`;
  const page = await phone.page();
  const { outbox, sent, counts } = await readOwnWork(page.device.work);
  const { place } = page;
  const open = rows.filter((row) => row.type === 'difference' && valueOf(row, 'open') === true);
  const own = [
    ...outbox.map((entry) => ({ id: entry.id, entry })),
    ...sent.map(({ entry, receipt }) => ({ id: entry.id, entry, receipt }))
  ];
  const {
    made,
    received,
    oldestUnsent: _,
    ...rest
  } = ledgerOf(counts.n, own, new Set(open.flatMap((row) => textOf(row, 'entry') ?? [])), place!.lost);
  must('I10', place!.lost === 0, () => `${name} is told that ${place!.lost} of its entries are lost`);
  // A ward that was set back to before its first call has nothing of it, if it has made nothing.
  if (!line && counts.n === 0) return;
  must('I8', line !== undefined, () => `the ward knows nothing of ${name}`);
  if (!line) return;
  must('I10', line.lost === 0, () => `the ward lists ${line.lost} entries of ${name} as lost`);
  const arrived = new Set(entries.filter((entry) => entry.device === line.device).map(({ n }) => n));
  must('I8', arrived.size === made, () => `${name} made ${made} entries, ${arrived.size} arrived`);
  const here = JSON.stringify({ entered: made, inEffect: received, ...rest });
  const { entered, inEffect, unsent, review, waiting, quarantined, lost } = line;
  const there = JSON.stringify({ entered, inEffect, unsent, review, waiting, quarantined, lost });
  must('I8', here === there, () => `${name} says ${here}, the ward ${there}`);

  // A day that comes a second time has been let go of (EP2).
  if (dayOf(ward.now) < dayOf(ward.latest)) return;
  const day = await countDayAtWard(ward.services, phone.actor.account, line.device);
  const ownDay = await countDay(sent, place!.history, day.day);
  must(
    'I8',
    day.entries === ownDay.entries && day.code === ownDay.code,
    () => `the day of ${name}: ${ownDay.entries} ${ownDay.code}, at the ward ${day.entries} ${day.code}`
  );
}

/** I10: only what a fault of storage took is listed as lost; I8: and all of it, where no count was given twice. */
function noneLostButTaken(
  { saved }: World,
  phone: SimulatedPhone,
  device: DeviceId,
  present: DeviceId,
  line: DeviceLine | undefined,
  { entries }: WardState
): void {
  // Under the same name another device may have given something else (EN1).
  const stored = new Set(entries.filter((entry) => entry.device === device).map(({ id }) => id));
  const made = [...saved].filter(([, { entry }]) => entry.device === device).map(([id]) => id);
  const taken = [...phone.taken].filter(([, of]) => of === device).map(([id]) => id);
  const gone = new Set([...made, ...taken].filter((id) => !stored.has(id)));
  must(
    'I10',
    (line?.lost ?? 0) <= gone.size,
    () => `the ward lists ${line!.lost} entries of phone ${phone.number} as lost; ${gone.size} are`
  );
  if (phone.countsAgain || device !== present) return;
  must(
    'I8',
    (line?.lost ?? 0) === gone.size,
    () => `of phone ${phone.number} ${gone.size} entries are lost; the ward lists ${line?.lost ?? 0}`
  );
}

/** I8: a cleared phone that was given up is listed with all it had told of, here or lost. */
function isGivenUp(
  { ward }: World,
  device: DeviceId,
  line: DeviceLine | undefined,
  { entries }: WardState
): void {
  const { surely, most } = ward.told.get(device) ?? { surely: 0, most: 0 };
  const arrived = new Set(entries.filter((entry) => entry.device === device).map(({ n }) => n));
  const missing = (upTo: number) => upTo - [...arrived].filter((n) => n <= upTo).length;
  const { lost, unsent } = line ?? { lost: 0, unsent: 0 };
  must('I8', unsent === 0, () => `${unsent} entries of a phone that was given up are still expected`);
  must(
    'I8',
    missing(surely) <= lost && lost <= Math.max(missing(surely), missing(most)),
    () => `of a cleared phone ${lost} entries are listed as lost; ${missing(surely)} to ${missing(most)} are`
  );
}
