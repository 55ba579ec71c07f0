import type { Row, RowType } from '$lib/domain/entry/row';
import {
  type Exemplar,
  exemplarFrom,
  type Nomination,
  nominationFrom,
  nominationReviewFrom,
  nominationState,
  type NominationState
} from '$lib/domain/people/exemplar';
import type { Campaign } from '$lib/domain/plan/campaign';
import type { Database } from '../database/open';
import { readOrigins } from '../queries/chain';
import { readPhotosHere } from '../queries/photos';
import { fromStored, readRowsOfType } from '../queries/rows';
import { currentCampaign } from '../ranking/ranking';
import type { Services } from '../services';

/** A nomination as the desk looks at it. */
export type NominationLine = Readonly<{
  nomination: Nomination;
  groupName: string;
  state: NominationState;
  /** Who wrote it and when the ward received it. */
  by: string;
  at: number;
  /** Whether its photo has come; nothing where it has none. */
  photoIsHere: boolean | undefined;
  /** What was spread of it, or had been. */
  exemplar: Exemplar | undefined;
}>;

/** What the groups have nominated and what the ward has made of it (điển hình tiên tiến), the newest first. */
export async function readExemplarDesk(
  services: Services
): Promise<{ campaign: Campaign; lines: NominationLine[] } | undefined> {
  const campaign = (await currentCampaign(services))?.campaign;
  if (!campaign) return;
  const { db } = services;
  const [nominations, reviews, exemplars] = await Promise.all([
    readRows(db, 'nomination').then((rows) => rows.map(nominationFrom)),
    readRows(db, 'nomination-review').then((rows) => rows.map(nominationReviewFrom)),
    readRows(db, 'exemplar').then((rows) => rows.map(exemplarFrom))
  ]);
  const origins = await readOrigins(
    db,
    nominations.map(({ seq }) => seq)
  );
  const originOf = new Map(origins.map((origin) => [origin.seq, origin]));
  const here = await readPhotosHere(
    db,
    nominations.flatMap(({ photo }) => photo ?? [])
  );
  const lines = nominations.map((nomination): NominationLine => {
    const origin = originOf.get(nomination.seq);
    return {
      nomination,
      groupName: campaign.groups.find(({ id }) => id === nomination.group)?.name ?? '',
      state: nominationState(nomination, reviews, exemplars),
      ...{ by: origin?.name ?? '', at: origin?.at ?? 0 },
      photoIsHere: nomination.photo === null ? undefined : here.has(nomination.photo),
      exemplar: exemplars.find((one) => one.nomination === nomination.id)
    };
  });
  return { campaign, lines: lines.sort((a, b) => b.nomination.seq - a.nomination.seq) };
}

/** What the ward has spread in a year, each once, the earliest first: for its report. */
export async function readSpread({ db }: Services, year: number): Promise<Exemplar[]> {
  const shown = (await readRows(db, 'exemplar'))
    .map(exemplarFrom)
    .filter(({ isShown, on }) => isShown && on?.startsWith(String(year)));
  const once = new Map(shown.map((one) => [one.nomination, one]));
  return [...once.values()].sort((a, b) => a.seq - b.seq);
}

const readRows = async (db: Database, type: RowType): Promise<Row[]> =>
  (await readRowsOfType(db, type)).map(fromStored);
