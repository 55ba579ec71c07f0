const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8'
};

/** A file to be kept under a name; its name is plain letters, which every system keeps. */
export const fileAnswer = (bytes: Uint8Array<ArrayBuffer>, name: string): Response =>
  new Response(bytes, {
    headers: {
      'content-type': TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"`
    }
  });
