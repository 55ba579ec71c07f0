import { writeFileSync } from 'node:fs';
import { PRACTICE_GROUP } from '$lib/domain/practice';
import { sampleWard } from '../sample/sample-ward';

/** As many households as one can look over. */
const HOUSEHOLDS = 14;
/** Most are still to be seen, so that there is a round to practise. */
const SEEN = 3;

// The made-up group that the app carries with it, drawn anew: npx tsx src/lib/server/tasks/practice-group.ts
const { campaign, rows } = sampleWard({
  seed: 11,
  year: 2026,
  today: '2026-11-20',
  households: 1_200,
  groups: 4
});
const group = rows[0]!.group;
const chosen = [
  ...new Set(rows.filter((row) => row.group === group).map(({ household }) => household))
].slice(0, HOUSEHOLDS);
const visited = chosen.filter((home) =>
  rows.some(({ household, type }) => household === home && type === 'visit')
);
const seen = visited.slice(-SEEN);
const practice = {
  campaign: {
    ...campaign,
    groups: [{ ...campaign.groups[0], id: PRACTICE_GROUP, name: 'Tổ dân phố tập thử' }]
  },
  rows: rows
    .filter(({ household, type }) => chosen.includes(household) && type !== 'difference')
    .filter(({ household, type }) => type !== 'visit' || seen.includes(household))
    .map(({ type, id, household, values }) => ({ type, id, household, values }))
};
writeFileSync('src/lib/state/practice/group.json', JSON.stringify(practice));
console.log(`${practice.rows.length} rows`);
