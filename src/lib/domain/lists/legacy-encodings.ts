/** TCVN3 (ABC): one sign a letter, as a western code page shows it. Capitals with a tone have no signs of their own: fonts drew them. */
const TCVN3_LETTERS =
  'à:µ ả:¶ ã:· á:¸ ạ:¹ ă:¨ ằ:» ẳ:¼ ẵ:½ ắ:¾ ặ:Æ â:© ầ:Ç ẩ:È ẫ:É ấ:Ê ậ:Ë đ:® è:Ì ẻ:Î ẽ:Ï é:Ð ẹ:Ñ ê:ª ề:Ò ể:Ó ễ:Ô ế:Õ ệ:Ö ' +
  'ì:× ỉ:Ø ĩ:Ü í:Ý ị:Þ ò:ß ỏ:á õ:â ó:ã ọ:ä ô:« ồ:å ổ:æ ỗ:ç ố:è ộ:é ơ:¬ ờ:ê ở:ë ỡ:ì ớ:í ợ:î ù:ï ủ:ñ ũ:ò ú:ó ụ:ô ' +
  'ư:\u00ad ừ:õ ử:ö ữ:÷ ứ:ø ự:ù ỳ:ú ỷ:û ỹ:ü ý:ý ỵ:þ Ă:¡ Â:¢ Ê:£ Ô:¤ Ơ:¥ Ư:¦ Đ:§';

/** VNI-Windows: the letter, and a sign behind it for its mark and tone. */
const VNI_LETTERS =
  'á:aù à:aø ả:aû ã:aõ ạ:aï ă:aê ắ:aé ằ:aè ẳ:aú ẵ:aü ặ:aë â:aâ ấ:aá ầ:aà ẩ:aå ẫ:aã ậ:aä đ:ñ é:eù è:eø ẻ:eû ẽ:eõ ẹ:eï ' +
  'ê:eâ ế:eá ề:eà ể:eå ễ:eã ệ:eä í:í ì:ì ỉ:æ ĩ:ó ị:ò ó:où ò:oø ỏ:oû õ:oõ ọ:oï ô:oâ ố:oá ồ:oà ổ:oå ỗ:oã ộ:oä ' +
  'ơ:ô ớ:ôù ờ:ôø ở:ôû ỡ:ôõ ợ:ôï ú:uù ù:uø ủ:uû ũ:uõ ụ:uï ư:ö ứ:öù ừ:öø ử:öû ữ:öõ ự:öï ý:yù ỳ:yø ỷ:yû ỹ:yõ ỵ:î';

const pairs = (table: string): [letter: string, signs: string][] =>
  table.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)]);

const TCVN3 = new Map(pairs(TCVN3_LETTERS).map(([letter, sign]) => [sign, letter]));

const VNI = new Map(
  pairs(VNI_LETTERS).flatMap(([letter, signs]): [string, string][] => {
    const [upper, large] = [letter.toLocaleUpperCase('vi'), signs.toUpperCase()];
    // "NGUYEÃN", but also a capital beside a small sign: "AÙ" and "Aù".
    return [
      [signs, letter],
      [large, upper],
      [large.slice(0, 1) + signs.slice(1), upper]
    ];
  })
);

/** Text typed with a TCVN3 font (.VnTime) as letters of today. */
export const fromTcvn3 = (text: string): string => [...text].map((sign) => TCVN3.get(sign) ?? sign).join('');

/** Text typed with a VNI font as letters of today. */
export function fromVni(text: string): string {
  let read = '';
  for (let at = 0; at < text.length; at += 1) {
    const two = VNI.get(text.slice(at, at + 2));
    read += two ?? VNI.get(text[at]!) ?? text[at]!;
    if (two && text[at + 1] !== undefined) at += 1;
  }
  return read;
}
