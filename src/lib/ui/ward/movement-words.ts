/** "▲ lên 2", "▼ xuống 1", "giữ nguyên"; nothing to say where one of the two ranks is not there. */
export function sayPlaces(places: number | null): string {
  if (places === null) return '';
  if (places === 0) return 'giữ nguyên';
  return places > 0 ? `▲ lên ${places}` : `▼ xuống ${-places}`;
}
