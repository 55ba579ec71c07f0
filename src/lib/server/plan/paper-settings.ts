import type { PaperSettings } from '$lib/domain/papers/settings';

/** Thể thức of the ward's papers, as the plan of 2025 has it: the same signature block and recipients; who signs is put in by the ward. */
export const paperSettings: PaperSettings = {
  ward: 'phường An Hải',
  city: 'thành phố Hải Phòng',
  place: 'An Hải',
  office: 'phòng Văn hóa - Xã hội',
  wardPlan: 'Kế hoạch phát động đợt thi đua của Ủy ban nhân dân phường An Hải',
  signerOffice: ['CHỦ TỊCH'],
  signerName: '',
  reportTo: ['Ban Thi đua - Khen thưởng thành phố'],
  recipients: [
    'TTĐU; TT HĐND phường (để b/c)',
    'CT, các PCT UBND phường',
    'Ủy ban MTTQ Việt Nam phường',
    'Các phòng, ban, ĐVSN thuộc phường',
    'Các Tổ dân phố trên địa bàn phường',
    'Lưu: VT, VHXH'
  ],
  decisionBases: ['Luật Tổ chức chính quyền địa phương', 'Luật Thi đua, khen thưởng số 06/2022/QH15']
};
