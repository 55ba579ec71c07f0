/** One page of help a task (cách làm): short, in the words of the screens. `picture`: a file of static/help. */
export type Topic = Readonly<{ slug: string; title: string; steps: readonly string[]; picture?: string }>;

export const TOPICS: readonly Topic[] = [
  {
    slug: 'di-ca-ngo',
    title: 'Đi rà soát cả ngõ',
    picture: 'round',
    steps: [
      'Ở “Hôm nay”, chạm “Đi rà soát tiếp”. Máy mở hộ kế tiếp trong ngõ, chỉ hỏi những câu còn thiếu.',
      'Không có gì mới: chạm “Không thay đổi”, máy sang hộ sau. Có trả lời: chạm “Xong, hộ tiếp”.',
      'Không gặp ai: chạm “Vắng nhà”. Cuối ngõ máy nhắc những hộ cần đến lại.',
      'Muốn hỏi riêng một câu, đổi ngõ hoặc sửa thứ tự đi: kéo xuống, chạm “Chọn ngõ khác”.'
    ]
  },
  {
    slug: 'ra-soat',
    title: 'Rà soát một hộ',
    picture: 'household',
    steps: [
      'Chạm “Hộ”, rồi chạm vào hộ đang đứng trước cửa.',
      'Hỏi từng người. Câu trả lời đã có sẵn; khác thì chạm ô đúng.',
      'Không có gì mới: chạm “Không thay đổi”. Có sửa: chạm “Rà soát xong”.',
      'Không gặp ai: chạm “Vắng nhà”, hộ đó sẽ nhắc lại sau.'
    ]
  },
  {
    slug: 'lo-tay',
    title: 'Chạm nhầm, muốn lấy lại',
    picture: 'undo',
    steps: [
      'Ngay sau khi chạm, nút “Hoàn tác” hiện ra trong 10 giây. Chạm vào đó.',
      'Quá 10 giây: mở “Hôm nay”, chạm “Đã ghi hôm nay”, tìm mục đó rồi chạm “Lấy lại”.',
      'Cũng có thể mở lại hộ và chạm câu trả lời đúng.'
    ]
  },
  {
    slug: 'thay-doi',
    title: 'Sinh, mất, chuyển đến, chuyển đi, tách hộ',
    picture: 'events',
    steps: [
      'Mở hộ, kéo xuống, chạm “Có thay đổi về người”.',
      'Chạm việc đã xảy ra, trả lời mấy câu ngắn: ai, ngày nào.',
      'Người mất, người chuyển đi vẫn còn trong hồ sơ và được tính đến đúng ngày đó.'
    ]
  },
  {
    slug: 'tim',
    title: 'Tìm một người, một nhà',
    picture: 'search',
    steps: [
      'Chạm “Hộ”, gõ vào ô tìm. Không cần dấu, gõ tắt cũng được: “nva” là Nguyễn Văn An.',
      'Gõ số nhà, tên ngõ hoặc năm sinh cũng tìm được.',
      'Chạm “Lọc thêm” dưới ô tìm để chỉ xem các hộ chưa rà soát, thiếu BHYT, sắp hết hạn…'
    ]
  },
  {
    slug: 'mat-mang',
    title: 'Không có mạng thì sao?',
    picture: 'offline',
    steps: [
      'Cứ ghi như thường. Mọi thứ nằm trên máy này, tắt máy cũng không mất.',
      'Dòng chữ dưới tên trang cho biết còn bao nhiêu mục chưa gửi.',
      'Có mạng, máy tự gửi. Muốn gửi ngay: mở “Sổ gửi”, chạm “Gửi ngay”.'
    ]
  },
  {
    slug: 'so-gui',
    title: 'Xem phường đã nhận chưa',
    picture: 'outbox',
    steps: [
      'Mở “Sổ gửi”. “Chờ gửi” là còn trên máy, “Phường nhận hôm nay” là đã đến phường.',
      'Mỗi mục phường nhận có một số biên nhận.',
      'Mục phường giữ lại để xem không bị mất; đọc lý do ghi ngay dưới mục đó.'
    ]
  },
  {
    slug: 'nha-tro',
    title: 'Ghi một dãy nhà trọ',
    picture: 'rooms',
    steps: [
      'Chạm “Hộ”, kéo xuống cuối, chạm “Thêm dãy nhà trọ”.',
      'Ghi chủ nhà trọ, địa chỉ, số phòng; chạm dấu cộng cho đủ số người mỗi phòng.',
      'Tên và thẻ BHYT từng người ghi sau, khi đến phòng đó.'
    ]
  },
  {
    slug: 'binh-xet',
    title: 'Bình xét gia đình văn hóa',
    picture: 'culture',
    steps: [
      'Ở “Hôm nay”, chạm “Bình xét gia đình văn hóa”. Ghi ngày họp, số người được mời, số người có mặt.',
      'Hộ không đạt, không xét: mở trang của hộ đó và chọn. Các hộ còn lại ghi một lần bằng nút lớn.',
      'Treo danh sách rồi chạm “Công khai từ hôm nay”. Đủ ngày thì chạm “Đề nghị công nhận”.'
    ]
  },
  {
    slug: 'chot-so-lieu',
    title: 'Chốt số liệu nộp phường',
    picture: 'periods',
    steps: [
      'Ở “Hôm nay”, chạm “Cần chốt số liệu” hoặc “Chốt số liệu”.',
      'Xem từng chỉ tiêu. Còn chỗ “chưa rõ” thì nên hỏi nốt trước.',
      'Chạm “Chốt số liệu kỳ này”. Phường trả lại thì sửa rồi chốt lại.'
    ]
  },
  {
    slug: 'in-phieu',
    title: 'In phiếu giấy, gửi kết quả lên Zalo',
    picture: 'share',
    steps: [
      'Phiếu giấy: mở “Hộ”, kéo xuống cuối, chạm “In phiếu rà soát”.',
      'Kết quả của tổ: mở “Sổ gửi”, chạm “Chia sẻ kết quả của tổ”, rồi “Gửi hình”.',
      'Hình và chữ gửi đi không có tên hay địa chỉ của ai.'
    ]
  }
];
