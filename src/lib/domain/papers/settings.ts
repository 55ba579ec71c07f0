import * as z from 'zod/mini';

/** What stands in every paper of the ward and is nobody's figure (thể thức): organ, signer, recipients. */
export const PaperSettings = z.object({
  /** "phường An Hải", inside a sentence. */
  ward: z.string(),
  city: z.string(),
  /** Địa danh before the date. */
  place: z.string(),
  /** phòng Văn hóa - Xã hội. */
  office: z.string(),
  /** After "Kế hoạch" in the first sentence, with its number once the clerk knows it. */
  wardPlan: z.string(),
  /** Quyền hạn, chức vụ: one line each. */
  signerOffice: z.array(z.string()),
  signerName: z.string(),
  reportTo: z.array(z.string()),
  recipients: z.array(z.string()),
  /** căn cứ of the chairman's decisions and of proposals. */
  decisionBases: z.array(z.string())
});
export type PaperSettings = Readonly<z.infer<typeof PaperSettings>>;

/** "ỦY BAN NHÂN DÂN / PHƯỜNG AN HẢI". */
export const wardIssuer = ({ ward }: PaperSettings) => ({
  above: null,
  name: ['ỦY BAN NHÂN DÂN', ward.toLocaleUpperCase('vi')],
  called: `Ủy ban nhân dân ${ward}`
});

/** "UBND phường An Hải". */
export const shortCommittee = ({ ward }: PaperSettings): string => `UBND ${ward}`;

export const wardSignature = ({ signerOffice, signerName }: PaperSettings) => ({
  office: signerOffice,
  name: signerName
});

/** "UBND PHƯỜNG AN HẢI / PHÒNG VĂN HÓA - XÃ HỘI". */
export const officeIssuer = (settings: PaperSettings) => ({
  above: shortCommittee(settings).toLocaleUpperCase('vi'),
  name: [settings.office.toLocaleUpperCase('vi')],
  called: `${settings.office} ${settings.ward}`
});

/** The ward's council for emulation and awards. */
export const councilIssuer = (settings: PaperSettings) => ({
  above: shortCommittee(settings).toLocaleUpperCase('vi'),
  name: ['HỘI ĐỒNG', 'THI ĐUA - KHEN THƯỞNG'],
  called: `Hội đồng Thi đua - Khen thưởng ${settings.ward}`
});
