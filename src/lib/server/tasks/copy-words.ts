import { type CopyProblem, CopyRefusal } from '../database/copy';

const WORDS: Readonly<Record<CopyProblem, string>> = {
  missing: 'Không có tệp này.',
  damaged: 'Tệp hỏng hoặc bị cắt cụt, không dùng được.',
  foreign: 'Tệp này không phải bản sao của sổ thi đua.',
  'another-ward': 'Tệp này là bản sao của một phường khác.',
  'older-schema': 'Bản sao do một bản cũ của ứng dụng làm ra. Khôi phục bằng đúng bản đó, rồi mới nâng cấp.',
  'newer-schema': 'Bản sao do một bản mới hơn của ứng dụng làm ra. Nâng cấp ứng dụng rồi khôi phục lại.',
  'broken-chain': 'Lịch sử trong tệp không liền mạch: có mục bị sửa hoặc bị mất. Không dùng tệp này.',
  'in-use': 'Máy chủ đang chạy trên dữ liệu này. Dừng máy chủ rồi làm lại.',
  'no-tool':
    'Chưa có pg_dump và pg_restore hợp với bản PostgreSQL này. Cài gói postgresql-client cùng bản hoặc mới hơn.',
  'no-right': 'Tài khoản PostgreSQL cần quyền tạo và đổi tên cơ sở dữ liệu (CREATEDB).',
  'no-key': 'Bản sao này đã niêm phong, hoặc phải niêm phong: cần tệp khóa đúng, ghi ở BACKUP_KEY_FILE.',
  'not-opened': 'Không mở được bản sao: sai khóa, hoặc tệp hỏng hay bị cắt cụt.',
  'no-ward': 'Chưa có phường nào trong dữ liệu này.'
};

/** Why a copy was not made or not taken, in a sentence. Nothing was changed. */
export function refusalWords(fault: unknown): string {
  if (!(fault instanceof CopyRefusal)) throw fault;
  process.exitCode = 1;
  return `\n  ${WORDS[fault.problem]} Không có gì bị thay đổi.`;
}
