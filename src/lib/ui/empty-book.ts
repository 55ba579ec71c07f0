/** Why there is no household, and what to do: the ward has none either, or has not been heard yet. */
export const sayEmpty = (hasAll: boolean): string =>
  hasAll
    ? 'Sổ của phường cũng chưa có hộ nào của tổ: thêm hộ đầu tiên, hoặc nhờ phường đưa danh sách vào.'
    : 'Danh sách sẽ về khi máy có mạng; cũng có thể thêm hộ ngay bây giờ.';
