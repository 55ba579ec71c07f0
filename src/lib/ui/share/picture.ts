/** What stands on a picture to be shared, from top to bottom. */
export type CardText = Readonly<{
  head: string;
  big: string;
  lines: readonly [string, string][];
  foot: string;
}>;

const WIDTH = 1080;
const COLOURS = { paper: '#fbf8f1', ink: '#1d2a26', second: '#4c5a55', jade: '#0b6b57', line: '#e4ddcc' };

/** Drawn on the phone itself: a leaf of the notebook, with the ribbon. */
export function drawCard(page: Window & typeof globalThis, text: CardText): Promise<Blob | null> {
  const canvas = page.document.createElement('canvas');
  const height = 470 + text.lines.length * 92;
  [canvas.width, canvas.height] = [WIDTH, height];
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.fillStyle = COLOURS.paper;
  pen.fillRect(0, 0, WIDTH, height);
  pen.fillStyle = COLOURS.jade;
  pen.fillRect(WIDTH - 150, 0, 60, 150);
  const write = (
    said: string,
    x: number,
    y: number,
    font: string,
    colour: string,
    align: CanvasTextAlign
  ) => {
    [pen.font, pen.fillStyle, pen.textAlign] = [
      `${font} Roboto, 'Segoe UI', 'Noto Sans', sans-serif`,
      colour,
      align
    ];
    pen.fillText(said, x, y, WIDTH - 160);
  };
  write(text.head, 80, 130, '600 48px', COLOURS.ink, 'left');
  write(text.big, 80, 260, '700 84px', COLOURS.jade, 'left');
  text.lines.forEach(([name, value], row) => {
    const y = 380 + row * 92;
    pen.fillStyle = COLOURS.line;
    pen.fillRect(80, y - 62, WIDTH - 160, 2);
    write(name, 80, y, '400 44px', COLOURS.ink, 'left');
    write(value, WIDTH - 80, y, '700 44px', COLOURS.ink, 'right');
  });
  write(text.foot, 80, height - 50, '400 34px', COLOURS.second, 'left');
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
