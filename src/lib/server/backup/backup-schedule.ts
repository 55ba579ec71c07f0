import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { backUp } from './backup';
import { readBackupKey } from './seal';
import { copiesOf } from '../database/copies';
import { databaseUrl, theServices } from '../services';

const HOUR = 3_600_000;
/** How often it is looked whether a backup is due. */
const LOOK = 5 * 60_000;

/** Where backups go, how many hours lie between two, and how many are kept. */
export type Plan = Readonly<{ folder: string; every: number; keep: number }>;

/** Backs up by itself while the server runs, where BACKUP_FOLDER says so. */
export function startBackups(): void {
  const plan = readPlan(process.env);
  if (!plan) return;
  let running: Promise<void> | undefined;
  const look = () => {
    running ??= backUpWhenDue(plan).finally(() => (running = undefined));
  };
  setInterval(look, LOOK).unref();
  look();
}

/** BACKUP_EVERY in hours, 24 unless said; BACKUP_KEEP files, 14 unless said. */
export function readPlan(environment: Readonly<Record<string, string | undefined>>): Plan | undefined {
  const { BACKUP_FOLDER: folder, BACKUP_EVERY: every, BACKUP_KEEP: keep } = environment;
  if (!folder) return;
  return { folder, every: positive(every, 24) * HOUR, keep: Math.max(1, Math.floor(positive(keep, 14))) };
}

const positive = (text: string | undefined, otherwise: number): number =>
  Number(text) > 0 ? Number(text) : otherwise;

/** A fault is told to the log and tried again at the next look: the server goes on. */
async function backUpWhenDue(plan: Plan): Promise<void> {
  const services = await theServices().catch(() => undefined);
  if (!services) return;
  try {
    const url = databaseUrl();
    const { ending } = copiesOf(url);
    if (!isDue(plan, await backupsIn(plan.folder), services.now())) return;
    const key = await readBackupKey(process.env.BACKUP_KEY_FILE);
    const name = `${PREFIX}${stampOf(services.now())}.${ending}${key ? '.sealed' : ''}`;
    await backUp(services, url, join(plan.folder, name), key);
    await forgetOld(plan);
  } catch (fault) {
    services.reportFault(fault);
  }
}

const PREFIX = 'ward-';

/** "2026-11-23T031000Z": names in the order of time. */
const stampOf = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(':', '')}Z`;

/** Finished backups, oldest first. */
async function backupsIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => /^ward-[\dT-]+Z\.(db|dump)(\.sealed)?$/.test(name)).sort();
}

export function isDue({ every }: Plan, backups: readonly string[], now: number): boolean {
  const last = backups.at(-1);
  return !last || last.slice(PREFIX.length).split('.')[0]! <= stampOf(now - every);
}

/** The newest are kept; nothing else in the folder is touched. */
export async function forgetOld({ folder, keep }: Plan): Promise<void> {
  for (const name of (await backupsIn(folder)).slice(0, -keep)) await rm(join(folder, name));
}
