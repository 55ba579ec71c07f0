import { addDays, type Day, startOf } from '$lib/domain/calendar';
import type { AccountId } from '$lib/domain/ids';
import { HOUSEHOLDS, type TypedFigure } from '$lib/domain/figures/typed';
import type { Database } from '../database/open';
import { giveMark } from '../figures/marking';
import { keepUnits } from '../papers/units';
import { units } from '../plan/units';
import type { Services } from '../services';
import { typeFigure } from '../figures/typing';
import type { SampleWard } from './sample-ward';

/** What the ward's office has typed and given by now, as far as it is asked for, inside the transaction of the whole sample. */
export async function fillOffice(
  trx: Database,
  services: Services,
  ward: SampleWard,
  officer: AccountId,
  isAsked: (at: number) => boolean
): Promise<void> {
  const { campaign, groups } = ward;
  for (const { on, ...figure } of [...figuresOfOffices(ward), ...culturalGroups(ward)]) {
    const at = startOf(on) + 9 * 3_600_000;
    if (at <= services.now() && isAsked(at))
      await typeFigure(servicesWithin(trx, services, at), officer, campaign.id, figure);
  }
  const at = startOf(`${campaign.year}-11-18`);
  if (at > services.now() || !isAsked(at) || groups.length < 6) return;
  const give = (place: number, kind: 'bonus' | 'deduction', code: string, points: number, reason: string) =>
    giveMark(servicesWithin(trx, services, at), officer, campaign.id, groups[place]!.id, {
      kind,
      code,
      points,
      reason
    });
  await give(1, 'bonus', 'new-model', 2, 'Mô hình “Ngõ xanh, sạch, đẹp” được phường công nhận (mẫu)');
  await give(5, 'deduction', 'wrong-report', 1, 'Báo cáo giữa đợt ghi nhầm số nhân khẩu (mẫu)');
}

/** On the campaign's first day the office puts the schools of the ward beside the units that every ward has. */
export const addSchools = (
  trx: Database,
  services: Services,
  { campaign }: SampleWard,
  officer: AccountId
): Promise<void> =>
  keepUnits(servicesWithin(trx, services, startOf(campaign.startsOn) + 9 * 3_600_000), officer, [
    ...units.map(({ name }) => name),
    'Trường Mầm non (mẫu)',
    'Trường Tiểu học (mẫu)',
    'Trường Trung học cơ sở (mẫu)'
  ]);

/** The same services, as they would have worked at another time, writing into this transaction. */
export const servicesWithin = (trx: Database, services: Services, at: number): Services => ({
  ...services,
  db: trx,
  write: (work) => work(trx),
  now: () => at
});

type Written = Omit<TypedFigure, 'by' | 'at'> & Readonly<{ on: Day }>;

const plain = {
  group: null,
  of: null,
  before: null,
  isEstimate: false,
  status: 'official',
  note: null
} as const;

/** Invented, near what the plan hopes for: some reach it and some do not. */
function figuresOfOffices({ campaign, rows, groups }: SampleWard): Written[] {
  const day = (monthAndDay: string): Day => `${campaign.year}-${monthAndDay}`;
  const people = rows.filter(({ type }) => type === 'person').length;
  const share = (part: number, whole = people) => ({
    amount: String(Math.round(whole * part)),
    of: String(whole)
  });
  const workers = Math.round(people * 0.49);
  const economy = {
    asOf: day('06-30'),
    on: day('07-10'),
    source: 'Phòng Kinh tế, Hạ tầng và Đô thị (số mẫu)'
  };
  const autumn = { asOf: day('10-31'), on: day('11-06') };
  const yearEnd = { asOf: day('12-31'), on: day('11-06'), isEstimate: true };
  const official: (Partial<Written> & Pick<Written, 'indicator' | 'amount' | 'source' | 'asOf' | 'on'>)[] = [
    { ...economy, indicator: '1', amount: '101.2', of: '196.4', before: '89.6' },
    { ...economy, indicator: '2', amount: '1432.6', of: '2740.8', before: '1199.6' },
    { ...economy, indicator: '3', amount: '329.4', of: '655.3', before: '289.7', status: 'verified' },
    {
      ...yearEnd,
      indicator: '4',
      amount: '20.912',
      of: '17.394',
      source: 'Thuế cơ sở (số mẫu)',
      status: 'verified'
    },
    {
      ...yearEnd,
      indicator: '5',
      amount: '0.89',
      source: 'Công an phường (số mẫu)',
      note: '331 người tăng, trên 37.190 người'
    },
    { ...autumn, indicator: '6', amount: '1', of: '1', source: 'Sở Y tế (số mẫu)' },
    {
      ...autumn,
      indicator: '8a',
      ...share(0.971, workers),
      source: 'Phòng Văn hóa - Xã hội (số mẫu)',
      status: 'verified'
    },
    {
      ...autumn,
      indicator: '8b',
      ...share(0.738, workers),
      source: 'Phòng Văn hóa - Xã hội (số mẫu)',
      status: 'stated'
    },
    { ...autumn, indicator: '10', ...share(0.979), source: 'BHXH cơ sở (số mẫu)' },
    {
      ...autumn,
      indicator: '11',
      ...share(0.996, 5_236),
      source: 'Đơn vị môi trường đô thị (số mẫu)',
      note: 'tấn'
    },
    { ...autumn, indicator: '12', ...share(1), source: 'Công ty cấp nước (số mẫu)' },
    {
      ...autumn,
      indicator: '13c',
      ...share(0.887),
      source: 'Phòng Văn hóa - Xã hội (số mẫu)',
      status: 'stated'
    },
    {
      ...autumn,
      indicator: '14',
      amount: '1',
      of: '1',
      source: 'Ban Chỉ huy Quân sự phường (số mẫu)',
      note: 'đạt 100 %'
    },
    ...groups.flatMap(({ id }, place) => {
      const households = rows.filter(({ type, group }) => type === 'household' && group === id).length;
      const amount = String(place % 11 === 3 ? Math.round(households * 1.08) : households + (place % 3) - 1);
      return { ...autumn, indicator: HOUSEHOLDS, group: id, amount, source: 'Công an phường (số mẫu)' };
    })
  ];
  return official.map((one) => ({ ...plain, ...one }));
}

/** 13b, one value a group: most have reached it, some have not, and one is not known yet. */
const culturalGroups = ({ campaign, groups }: SampleWard): Written[] =>
  groups.slice(0, -1).map(({ id }, place) => ({
    ...plain,
    ...{ indicator: '13b', group: id, amount: place % 9 === 6 ? '0' : '1', of: '1', status: 'stated' },
    ...{ asOf: `${campaign.year}-11-20`, on: addDays(`${campaign.year}-11-20`, 1) },
    source: 'Báo cáo thành tích của tổ dân phố (số mẫu)'
  }));
