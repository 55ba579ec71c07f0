import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import Sqlite from 'better-sqlite3';

/** The least that a server could do: unpack, parse, store in one synced transaction, answer with ids. */
const db = new Sqlite(process.env.DATABASE_URL!);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('create table entries (id text primary key, json text not null)');
db.exec('create table rows (type text, id text, seq integer, json text not null, primary key (id, type))');
db.exec('create index rows_news on rows (seq)');

const insert = db.prepare('insert into entries values (?, ?)');
const upsert = db.prepare('insert or replace into rows values (?, ?, ?, ?)');
const news = db.prepare('select json from rows where seq > ? order by seq');

const store = db.transaction((entries: { id: string }[]) => {
  for (const entry of entries) insert.run(entry.id, JSON.stringify(entry));
});
const storeRows = db.transaction((rows: { type: string; id: string; seq: number }[]) => {
  for (const row of rows) upsert.run(row.type, row.id, row.seq, JSON.stringify(row));
});

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://localhost');
  if (request.method === 'POST' && pathname === '/entries') {
    const { entries } = await unpacked(request);
    store(entries);
    return answer(response, JSON.stringify({ ids: entries.map(({ id }: { id: string }) => id) }));
  }
  if (request.method === 'POST' && pathname === '/rows') {
    storeRows((await unpacked(request)).rows);
    return answer(response, '{}');
  }
  if (pathname === '/rows') {
    const found = news.all(Number(searchParams.get('since'))) as { json: string }[];
    return answer(response, `[${found.map(({ json }) => json).join()}]`);
  }
  return answer(response, '{}');
}).listen(Number(process.env.PORT), 'localhost');

async function unpacked(request: IncomingMessage) {
  return JSON.parse(String(await promisify(gunzip)(await buffer(request))));
}

async function answer(response: ServerResponse, json: string): Promise<void> {
  response.setHeader('content-type', 'application/json');
  if (json.length <= 1024) return void response.end(json);
  response.setHeader('content-encoding', 'gzip');
  response.end(await promisify(gzip)(json));
}
