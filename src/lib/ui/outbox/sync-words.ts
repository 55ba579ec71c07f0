/** When the ward could not be reached: nothing is lost, and nothing needs to be done. */
export const WAITING_SENTENCE =
  'Chưa liên lạc được với phường. Mất mạng thì mọi thứ vẫn lưu trên máy và sẽ tự gửi khi có mạng.';
