import { dayOf } from '$lib/domain/calendar';
import { judgedColumns } from '$lib/domain/figures/overview';
import type { GroupId } from '$lib/domain/ids';
import { showAddress } from '$lib/domain/people/address';
import { filesFrom, isOpen } from '$lib/domain/people/household-file';
import { columnsOf as of, type TableValue, type WardTable } from '$lib/domain/tables/table';
import { REASON_WORDS } from '$lib/ui/reason-words';
import { wordsOfAssessment } from '$lib/ui/ward/culture-words';
import { wordOf } from '$lib/ui/words';
import { readAssessedOf } from '../groups/culture-desk';
import { whoIsBehind } from '../groups/group-desk';
import { fromStored, readRowsOfGroup } from '../queries/rows';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';

type Group = Readonly<{ id: GroupId; name: string }>;

/** Everybody behind the figures of some groups: who lacks what, who was not asked, and households not reviewed (còn thiếu). */
export async function lackingTable(services: Services, groups: readonly Group[]): Promise<WardTable> {
  const campaign = (await currentCampaign(services))?.campaign;
  const today = dayOf(services.now());
  const rows: TableValue[][] = [];
  for (const { id, name: group } of campaign ? groups : []) {
    const stored = await readRowsOfGroup(services.db, id);
    const files = [...filesFrom(stored.map(fromStored)).values()].filter(isOpen);
    for (const indicator of [null, ...judgedColumns(campaign!)]) {
      for (const { name, address, reason, class: known } of whoIsBehind(files, indicator, campaign!, today)) {
        rows.push([
          ...[group, indicator ? `${indicator.code}. ${indicator.shortName}` : 'Rà soát', name || null],
          ...[showAddress({ ...address, addressNote: null }) || null],
          indicator ? (known === 'unknown' ? 'chưa rõ' : 'còn thiếu') : 'chưa rà soát',
          reason && wordOf(REASON_WORDS, reason)
        ]);
      }
    }
  }
  return {
    title: 'Còn thiếu, chưa rõ',
    about: 'Từng người, từng hộ còn thiếu hoặc chưa hỏi ở mỗi chỉ tiêu, và các hộ chưa rà soát.',
    columns: of('text', 'Tổ dân phố', 'Chỉ tiêu', 'Họ tên, chủ hộ', 'Địa chỉ', 'Tình trạng', 'Vì sao'),
    rows
  };
}

/** How far every household of some groups is this year; why one is not considered, and what was objected, stay at the desk. */
export async function assessedTable(services: Services, groups: readonly Group[]): Promise<WardTable> {
  const campaign = (await currentCampaign(services))?.campaign;
  const rows: TableValue[][] = [];
  for (const { id, name: group } of campaign ? groups : []) {
    for (const { head, address, state, decision, decidedOn } of await readAssessedOf(
      services,
      id,
      campaign!.year
    )) {
      rows.push([
        ...[group, head || null, showAddress({ ...address, addressNote: null }) || null],
        ...[wordsOfAssessment(state), decision, decidedOn]
      ]);
    }
  }
  return {
    title: 'Bình xét từng hộ',
    about: 'Từng hộ đến bước nào trong năm; lý do không xét và nội dung phản ánh không có trong bảng.',
    columns: [
      ...of('text', 'Tổ dân phố', 'Chủ hộ', 'Địa chỉ', 'Tình trạng', 'Số quyết định'),
      ...of('day', 'Ngày quyết định')
    ],
    rows
  };
}
