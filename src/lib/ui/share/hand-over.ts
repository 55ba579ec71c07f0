/** How a picture leaves the app: to another app, or into the phone's pictures. */
export async function handOver(
  page: Window & typeof globalThis,
  blob: Blob,
  text: string
): Promise<'shared' | 'downloaded' | 'dropped'> {
  const file = new page.File([blob], 'thi-dua.png', { type: blob.type });
  const { navigator } = page;
  if (navigator.canShare?.({ files: [file] })) {
    const shared = navigator.share({ files: [file], text });
    return shared.then(
      () => 'shared',
      () => 'dropped'
    );
  }
  const link = page.document.createElement('a');
  link.href = page.URL.createObjectURL(blob);
  link.download = file.name;
  link.click();
  page.setTimeout(() => page.URL.revokeObjectURL(link.href), 60_000);
  return 'downloaded';
}
