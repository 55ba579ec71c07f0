import { AlignmentType, Header, ImportedXmlComponent, PageNumber, Paragraph, TextRun } from 'docx';
import { SIZE } from './measures';

/** The headers of a section: none but the watermark on its first page, the page's number on the others (NĐ 30/2020). */
export const headers = (isDraft: boolean) => ({
  first: new Header({ children: [new Paragraph({ children: watermark(isDraft) })] }),
  default: new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [PageNumber.CURRENT], size: SIZE.page * 2 }),
          ...watermark(isDraft)
        ]
      })
    ]
  })
});

/** What is not closed says so across every page. */
const watermark = (isDraft: boolean): TextRun[] =>
  isDraft ? [ImportedXmlComponent.fromXmlString(DRAFT) as unknown as TextRun] : [];

const DRAFT =
  '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">' +
  '<w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"/>' +
  '<v:shape id="PowerPlusWaterMarkObject" o:spid="_x0000_s2049" type="#_x0000_t136" ' +
  'style="position:absolute;margin-left:0;margin-top:0;width:420pt;height:105pt;rotation:315;z-index:-251658752;' +
  'mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" ' +
  'fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".6"/><v:textpath style="font-family:&quot;Times New Roman&quot;;font-size:1pt" string="DỰ THẢO"/></v:shape></w:pict></w:r>';
