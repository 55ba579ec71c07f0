/** A mistake made on purpose: one text of one file replaced, in the simulation's own copy alone. */
export type Bug = Readonly<{
  name: string;
  file: string;
  replaces: string;
  by: string;
  /** Why no schedule finds it, where none does. */
  survives?: string;
}>;

const device = (file: string) => `src/lib/device/${file}.ts`;
const sync = (file: string) => `src/lib/sync/${file}.ts`;
const domain = (file: string) => `src/lib/domain/${file}.ts`;
const server = (file: string) => `src/lib/server/${file}.ts`;

/** Mistakes that others have made before us, and some of our own: the simulation must find them. */
export const BUGS: readonly Bug[] = [
  {
    name: 'no-dedupe',
    file: server('exchange/batch'),
    replaces: 'if (same) {',
    by: 'if (same && !entry.id) {'
  },
  {
    name: 'answer-before-commit',
    file: server('exchange/deliver'),
    replaces: 'return await services.write((trx) => work(trx, settle));',
    by: `return await new Promise((answer, fail) => {
      services
        .write(async (trx) => {
          const stored = await work(trx, settle);
          answer(stored);
          return stored;
        })
        .catch(fail);
    });`,
    survives:
      'the answer still reads the database, and waits for the commit; where that fails, the hash in the cursor sends the sent book again'
  },
  {
    name: 'foreign-page-taken-for-an-answer',
    file: sync('exchange'),
    replaces: 'await ends.post(request).catch(tooMuchAsNothing)',
    by: `await ends.post(request).catch((fault) => {
      if (fault.message !== 'not our answer') return tooMuchAsNothing(fault);
      const receipts = entries.map(({ id }) => ({ id, status: 'applied', number: 1, decided: 1, at: 1 }));
      return { ...request, receipts, rows: [], reset: false, more: false, serverTime: 1, safe: 0, pause: 0, spread: 0 };
    })`
  },
  {
    name: 'refused-is-dropped',
    file: device('outbox'),
    replaces: "void tx.objectStore('sent').put({ n: own.n, entry: own.entry, receipt, history });",
    by: "if (receipt.status !== 'quarantined') void tx.objectStore('sent').put({ n: own.n, entry: own.entry, receipt, history });"
  },
  {
    name: 'no-sent-book',
    file: device('outbox'),
    replaces: "void tx.objectStore('sent').put({ n: own.n, entry: own.entry, receipt, history });",
    by: ''
  },
  {
    name: 'let-go-before-the-backup',
    file: device('outbox'),
    replaces: 'receipt.number <= safe &&\n    receipt.decided <= safe;',
    by: 'receipt.number > 0;'
  },
  {
    name: 'no-second-offer',
    file: sync('exchange'),
    replaces: 'if (place.resetting) await requeueSent',
    by: 'if (!place) await requeueSent'
  },
  {
    name: 'sent-book-of-a-dropped-picture',
    file: sync('exchange'),
    replaces: 'if (!place.cursor && !place.resetting &&',
    by: 'if (!place &&'
  },
  {
    name: 'cursor-without-chain',
    file: server('exchange/place'),
    replaces: 'if (cursor.seq > 0 && cursor.chain',
    by: 'if (cursor.seq < 0 && cursor.chain'
  },
  {
    name: 'same-epoch-after-a-restore',
    file: server('exchange/exchange'),
    replaces:
      "place.kind === 'rewound' ? await beginEpoch(trx, services, caller.ward, place.epoch, now) : caller.ward",
    by: 'caller.ward'
  },
  {
    name: 'unheard-epoch-proves-nothing',
    file: server('exchange/place'),
    replaces: "(await isKnownEpoch(db, cursor.epoch)) ? { kind: 'elsewhere' } :",
    by: "cursor.epoch !== '' ? { kind: 'elsewhere' } :"
  },
  {
    name: 'dropped-picture-takes-the-proof-along',
    file: sync('exchange'),
    replaces: 'place.head ?? (place.cursor ? undefined : witness)',
    by: 'place.head ?? (place.cursor ? undefined : witness && undefined)'
  },
  {
    name: 'old-numbers-under-the-new-epoch',
    file: device('confirmed'),
    replaces: '(!place?.resetting && place?.cursor?.epoch) || null',
    by: 'place?.cursor?.epoch ?? null'
  },
  {
    name: 'unknown-is-refused-after-a-restore',
    file: domain('entry/refusal'),
    replaces: 'mayWait && !knowsEpoch(epoch)',
    by: 'mayWait && false'
  },
  {
    name: 'left-under-another-name',
    file: server('exchange/changes'),
    replaces: 'hasMoved: hasMoved(before)',
    by: 'hasMoved: false'
  },
  {
    name: 'purge-on-reset',
    file: sync('exchange'),
    replaces: 'if (response.reset) await beginReset(',
    by: "if (response.reset) await ends.work.run((db) => db.clear('entries'));\n  if (response.reset) await beginReset("
  },
  {
    name: 'empty-picture-during-a-reset',
    file: device('confirmed'),
    replaces:
      "const tx = db.transaction(['meta', 'staging', 'receipts'], 'readwrite', { durability: 'strict' });",
    by: "const tx = db.transaction(['meta', 'staging', 'receipts', 'rows'], 'readwrite', { durability: 'strict' });\n    void tx.objectStore('rows').clear();"
  },
  {
    name: 'last-arrival-wins',
    file: domain('entry/settle'),
    replaces: 'if (currentSeq === 0) return true;',
    by: 'return true;'
  },
  {
    name: 'group-from-the-body',
    file: domain('entry/place'),
    replaces: 'if (household) return household.group;',
    by: 'if (household) return act.group;'
  },
  {
    name: 'author-from-the-body',
    file: server('exchange/batch'),
    replaces: "if (entry.author !== author.account) return quarantine('wrong-author');",
    by: ''
  },
  {
    name: 'base-of-what-lies-below',
    file: domain('entry/compose'),
    replaces: 'const base = own[0] ?',
    by: 'const base = own.length < 0 ?'
  },
  {
    name: 'no-chain-in-the-base',
    file: domain('entry/compose'),
    replaces: 'own: own.slice(-MOST_OWN).map(idOf) };',
    by: 'own: [] };',
    survives: 'the author of the present value counts as having seen it, and the base names what lies below'
  },
  {
    name: 'no-dependencies',
    file: domain('entry/compose'),
    replaces: '...new Set(meant.flatMap(',
    by: '...new Set([].flatMap('
  },
  {
    name: 'acknowledged-leaves-the-view',
    file: device('owed'),
    replaces: "if (receipt.status === 'quarantined') return false;",
    by: 'return false;'
  },
  {
    name: 'waiting-is-final',
    file: server('exchange/exchange'),
    replaces: '...later.map((entry) => receiptOf(entry))',
    by: '...later.slice(0, 0).map((entry) => receiptOf(entry))'
  },
  {
    name: 'nobody-released',
    file: server('exchange/batch'),
    replaces: 'const arrived = [id, ...this.#book.takeAppeared()];',
    by: 'const arrived: string[] = [];'
  },
  {
    name: 'from-the-middle',
    file: device('outbox'),
    replaces: "(await readReadable(work, 'entries', most)).map(({ entry }) => entry)",
    by: "(await readReadable(work, 'entries', most)).map(({ entry }) => entry).reverse()"
  },
  {
    name: 'cursor-before-rows',
    file: device('absorb'),
    replaces: 'const place = await readPlace(confirmed);\n',
    by: `const place = await readPlace(confirmed);
  const early = placeAfter(place, response, pulled, place.resetting && pulled && !response.more, deviceNow);
  await confirmed.run((db) => db.put('meta', early, 'place'));
`
  },
  {
    name: 'receipts-forgotten-before-they-are-settled',
    file: device('absorb'),
    replaces: 'await settle(work, receipts, history);\n    await forgetPendingReceipts(confirmed, keys);',
    by: 'await forgetPendingReceipts(confirmed, keys);\n    await settle(work, receipts, history);',
    survives:
      'an entry without its receipt goes again and is answered from memory; a later decision would be missed, and no schedule met that'
  },
  {
    name: 'receipts-by-place',
    file: device('outbox'),
    replaces: 'const own = known.get(receipt.id);',
    by: 'const own = [...known.values()][receipts.indexOf(receipt)];',
    survives:
      'the count and code of the day differ then, and all of the day goes again (EP4); with that off, a schedule made for it breaks I11'
  },
  {
    name: 'tapped-twice-on-a-lost-connection',
    file: device('outbox'),
    replaces: 'if (earlier) return earlier.entry;',
    by: 'if (earlier) frozen = { ...frozen, id: `${frozen.id.slice(0, -6)}${String(counts.n).padStart(6, "0")}` as never };'
  },
  {
    name: 'answer-to-another-request',
    file: sync('transport'),
    replaces: 'if (data.request !== request)',
    by: 'if (!data.request)'
  },
  {
    name: 'damaged-bytes-taken',
    file: server('exchange/arrival'),
    replaces: 'if (sha === entry.sha) return',
    by: 'if (bytes) return'
  },
  {
    name: 'half-a-batch',
    file: server('database/transaction'),
    replaces: 'try {\n        return await db.transaction()',
    by: 'try {\n        if (kind) return await work(db as never);\n        return await db.transaction()'
  },
  {
    name: 'standings-remembered-for-ever',
    file: server('changes/changed-households'),
    replaces: 'if (seen === last) continue;',
    by: 'if (seen !== undefined) continue;'
  },
  {
    name: 'newer-own-work-before-older',
    file: server('exchange/exchange'),
    replaces: 'isSameHistory ? request.entries : []',
    by: 'request.entries'
  },
  {
    name: 'no-lease',
    file: sync('lock'),
    replaces: 'const free = !lease',
    by: 'const free = !lease || lease',
    survives:
      'two exchanges at once repeat each other, and everything may be repeated (EX3); the lease saves the radio'
  },
  {
    name: 'unreadable-holds-the-others',
    file: device('readable'),
    replaces: 'return readOneByOne(work',
    by: 'if (work) throw new Error("unreadable");\n    return readOneByOne(work'
  },
  {
    name: 'saved-before-it-is-durable',
    file: device('outbox'),
    replaces: 'await Promise.all(saving);',
    by: 'saving.forEach((one) => void one.catch(() => undefined));'
  },
  {
    name: 'left-rows-stay',
    file: device('absorb'),
    replaces: 'await forgetLeaving(confirmed);',
    by: 'void forgetLeaving;'
  },
  {
    name: 'restored-under-the-old-name',
    file: server('backup/restore'),
    replaces: 'const renewed = { ...ward, epoch };',
    by: 'const renewed = { ...ward, epoch: epoch && ward.epoch };'
  },
  {
    name: 'home-of-the-last-merge-alone',
    file: domain('entry/merge'),
    replaces: "if (textOf(own, 'homeBefore') === null) write(",
    by: 'write('
  },
  {
    name: 'merged-is-unknown',
    file: domain('entry/alias'),
    replaces: 'const household = follow(',
    by: 'if (change) return change;\n  const household = follow('
  },
  {
    name: 'old-words-are-not-understood',
    file: domain('entry/upcast'),
    replaces: 'UP_CASTERS[version]?.(cast) ?? cast;',
    by: 'cast;'
  },
  {
    name: 'loss-is-not-counted',
    file: domain('delivery/loss'),
    replaces: 'lost: countIn(gone) + strays.length + forgotten',
    by: 'lost: 0'
  },
  {
    name: 'unsent-is-lost',
    file: domain('delivery/loss'),
    replaces: 'const gone = without(notHere, holds);',
    by: 'const gone = without(notHere, holds.slice(1));'
  },
  {
    name: 'review-counts-as-in-effect',
    file: domain('delivery/device-sum'),
    replaces: 'inEffect: stored - rest.review -',
    by: 'inEffect: stored -'
  },
  {
    name: 'old-household-stays-in-the-count',
    file: 'src/lib/state/household-files.ts',
    replaces: 'this.#count(this.files.get(household), -1);',
    by: ''
  },
  {
    name: 'household-that-left-is-still-counted',
    file: 'src/lib/state/household-files.ts',
    replaces: 'for (const row of this.#laid.values()) touched.add(row.household);',
    by: ''
  }
];
