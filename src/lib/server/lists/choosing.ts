import type { ItemKind, ListItem } from '$lib/domain/lists/item';
import { readListItems, readStoredList, saveListChoice } from '../queries/lists';
import type { Services } from '../services';

/** Decides lines of a preview one by one; nothing is written in the book by it. */
export const chooseForItems = (
  services: Services,
  id: string,
  choices: ReadonlyMap<number, number>
): Promise<boolean> =>
  services.write(async (trx) => {
    if ((await readStoredList(trx, id))?.state !== 'preview') return false;
    const byChoice = new Map<number, number[]>();
    for (const [position, choice] of choices)
      byChoice.set(choice, [...(byChoice.get(choice) ?? []), position]);
    for (const [choice, positions] of byChoice) await saveListChoice(trx, id, positions, choice);
    return true;
  });

/** The same option for every line of a kind that has it. */
export async function chooseForAll(
  services: Services,
  id: string,
  kind: ItemKind,
  code: ListItem['options'][number]['code']
): Promise<boolean> {
  const all = await readListItems(services.db, id, { kind, from: 0, most: MOST });
  const choices = all.flatMap(({ position, json }): [number, number][] => {
    const at = (JSON.parse(json) as ListItem).options.findIndex((option) => option.code === code);
    return at < 0 ? [] : [[position, at]];
  });
  return chooseForItems(services, id, new Map(choices));
}

const MOST = 100_000;
