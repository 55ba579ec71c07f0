import type { ExemplarKind, NominationState } from '$lib/domain/people/exemplar';

export const EXEMPLAR_KIND_WORDS: Readonly<Record<ExemplarKind, string>> = {
  person: 'Cá nhân',
  household: 'Hộ gia đình',
  collective: 'Tập thể',
  model: 'Mô hình, cách làm'
};

/** How far a nomination is, with its mark. */
export const NOMINATION_STATE_WORDS: Readonly<Record<NominationState['kind'], string>> = {
  waiting: 'chờ phường xem',
  accepted: '✓ phường ghi nhận',
  returned: '! phường trả lại',
  published: '✓ đã phổ biến đến các tổ'
};
