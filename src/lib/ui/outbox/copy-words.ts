import { showCount } from '../format';

type Outcome = Readonly<{
  kind: 'shared' | 'downloaded' | 'dropped' | 'not-yet' | 'nothing' | 'failed';
  name: string;
  entries: number;
}>;

/** What became of a second copy, and what to do with it (OB6). */
export function sayCopy({ kind, name, entries }: Outcome): string {
  switch (kind) {
    case 'shared':
      return `Đã chuyển bản sao ${showCount(entries)} mục sang ứng dụng vừa chọn. Gửi tệp đó cho phòng Văn hóa - Xã hội.`;
    case 'downloaded':
      return `Đã lưu bản sao ${showCount(entries)} mục vào thư mục Tải về, tên tệp ${name}. Gửi tệp đó cho phòng Văn hóa - Xã hội.`;
    case 'dropped':
      return 'Chưa gửi bản sao đi đâu. Mọi mục vẫn nằm trên máy này.';
    case 'not-yet':
      return 'Chưa làm được bản sao: máy này cần liên lạc với phường một lần đã. Mọi mục vẫn nằm trên máy này.';
    case 'nothing':
      return 'Không có mục nào chờ gửi, không cần bản sao.';
    case 'failed':
      return 'Chưa làm được bản sao. Mọi mục vẫn nằm trên máy này; thử lại sau.';
  }
}
