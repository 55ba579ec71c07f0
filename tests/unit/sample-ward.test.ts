import { describe, expect, it } from 'vitest';
import { ageInMonths, endOfMonth } from '$lib/domain/calendar';
import { Campaign } from '$lib/domain/plan/campaign';
import { classify } from '$lib/domain/figures/classify';
import { assessmentRules } from '$lib/domain/people/assessment';
import { householdRules, closingRules } from '$lib/domain/people/household-rules';
import { filesFrom, type HouseholdFile } from '$lib/domain/people/household-file';
import type { GroupId } from '$lib/domain/ids';
import { type Person } from '$lib/domain/people/person';
import { personRules } from '$lib/domain/people/person-rules';
import { PHONE_NUMBER } from '$lib/domain/people/number-patterns';
import type { Row } from '$lib/domain/entry/row';
import { answerRules } from '$lib/domain/plan/answer-rules';
import { rankGroups } from '$lib/domain/figures/ranking';
import { denominatorOf, tallyFiles } from '$lib/domain/figures/tally';
import type { GroupFigures } from '$lib/domain/figures/group-figures';
import { judgeTarget } from '$lib/domain/figures/target';
import { visitRules } from '$lib/domain/people/visit';
import { sampleWard, type SampleWard } from '$lib/server/sample/sample-ward';

const TODAY = '2026-12-02';
const ward = sampleWard({ seed: 7, year: 2026, today: TODAY });
const files = [...filesOf(ward).values()];
const people = files.flatMap((file) => file.people);
const figures: GroupFigures[] = ward.groups.map(({ id }) => ({
  group: id,
  ...tallyFiles(filesIn(id), ward.campaign, TODAY)
}));
const special = ward.cases.special!;

function filesOf({ rows }: SampleWard) {
  return filesFrom(
    rows.map(({ values, ...row }): Row => ({
      ...row,
      seq: 1,
      fields: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, [value, 1]]))
    }))
  );
}

function filesIn(group: GroupId | undefined): HouseholdFile[] {
  return files.filter(({ household }) => household.group === group);
}

const figuresOf = (group: GroupId | undefined) => figures.find((one) => one.group === group)!;
const personNamed = (id: string) => people.find((person) => person.id === id)!;
const fileOf = (id: string) => files.find(({ household }) => household.id === id)!;
const shareOf = <T>(all: readonly T[], isOne: (one: T) => boolean) => all.filter(isOne).length / all.length;
const yearsOf = ({ birth }: Person) => ageInMonths(birth!, TODAY) / 12;

const within = (value: number, least: number, most: number, what?: string) => {
  expect(value, what).toBeGreaterThanOrEqual(least);
  expect(value, what).toBeLessThanOrEqual(most);
};

describe('the sample ward has the shapes of a ward', () => {
  it('23 groups, 11.000 households, about 37.500 people', () => {
    expect(ward.groups).toHaveLength(23);
    expect(files.filter(({ household }) => household.closed === null)).toHaveLength(11_000);
    within(people.length, 36_000, 39_000);
  });

  it('groups from 240 to 950 households', () => {
    const sizes = ward.groups.map(({ id }) => filesIn(id).length);
    within(Math.min(...sizes), 230, 270);
    within(Math.max(...sizes), 940, 960);
  });

  it('households by size, two to four in about 68 %', () => {
    within(
      shareOf(files, (file) => file.people.length === 1),
      0.09,
      0.14
    );
    within(
      shareOf(files, (file) => file.people.length >= 2 && file.people.length <= 4),
      0.64,
      0.72
    );
    within(
      shareOf(files, (file) => file.people.length >= 7),
      0.02,
      0.045
    );
  });

  it('ages and sexes', () => {
    within(
      shareOf(people, (person) => yearsOf(person) < 15),
      0.21,
      0.26
    );
    within(
      shareOf(people, (person) => yearsOf(person) >= 65),
      0.075,
      0.115
    );
    within(
      shareOf(people, ({ sex }) => sex === 'male'),
      0.48,
      0.51
    );
    within(people.filter(({ birth }) => birth!.startsWith('2021')).length, 450, 700, 'children of five');
  });

  it('surnames as in the north', () => {
    within(
      shareOf(people, ({ name }) => name.startsWith('Nguyễn ')),
      0.28,
      0.4
    );
    within(
      shareOf(people, ({ name }) => name.startsWith('Phạm ')),
      0.08,
      0.15
    );
  });

  it('cards, work and training among those who answered', () => {
    const asked = people.filter(({ insurance }) => insurance !== null);
    within(
      shareOf(asked, ({ insurance }) => insurance === 'no'),
      0.015,
      0.04
    );
    const active = people.filter(({ activity }) => activity === 'employed' || activity === 'unemployed');
    within(
      shareOf(active, ({ activity }) => activity === 'unemployed'),
      0.01,
      0.035
    );
    const trained = active.filter(({ training }) => training !== null);
    within(
      shareOf(trained, ({ training }) => training === 'none'),
      0.2,
      0.3
    );
    const judged = files.flatMap((file) => classify('insurance', file, TODAY, ward.campaign));
    within(
      shareOf(judged, ({ reason }) => reason === 'card-expires-soon'),
      0.02,
      0.07
    );
  });

  it('most was answered last year, and the round has work left', () => {
    within(
      shareOf(people, ({ insurance }) => insurance !== null),
      0.8,
      0.95
    );
    const coverage = figures.map(({ coverage: [reviewed, all] }) => reviewed / all).sort();
    within(coverage[1]!, 0.3, 0.5, 'the least but one');
    within(coverage.at(-1)!, 0.9, 1, 'the most');
  });

  it('gia đình văn hóa between 93 and 99,5 % of those assessed', () => {
    for (const { group, tallies } of figures) {
      const [counted, missing] = tallies['culture-expected']!;
      if (ward.cases.groups.neverSynced.includes(group)) expect(counted + missing).toBe(0);
      else within(counted / (counted + missing), 0.925, 0.998);
    }
  });
});

describe('nobody in it exists', () => {
  it('every identity number is of code 000, and told apart', () => {
    const numbers = people.flatMap(({ nationalId }) => nationalId ?? []);
    expect(numbers.length).toBeGreaterThan(25_000);
    expect(numbers.every((number) => /^000\d{9}$/.test(number))).toBe(true);
    within(new Set(numbers).size / numbers.length, 0.99, 1);
  });

  it('every phone number is one that no exchange gives out', () => {
    const phones = files.flatMap(({ household }) => household.phone ?? []);
    expect(phones.every((phone) => PHONE_NUMBER.test(phone) && phone.startsWith('0225000'))).toBe(true);
  });

  it('the campaign says that it is a sample, in the present year, and can travel', () => {
    expect(Campaign.parse(JSON.parse(JSON.stringify(ward.campaign)))).toEqual(ward.campaign);
    expect(ward.campaign).toMatchObject({ sample: true, year: 2026, endsOn: '2026-12-31' });
    expect(ward.campaign.reports[0]!.beforeDay).toBe('2026-12-10');
    expect(ward.campaign.shortTitle).toContain('mẫu');
  });

  it('every value could have been recorded by a leader', () => {
    const asked = answerRules([ward.campaign]);
    const rules = {
      household: { ...householdRules, ...closingRules, ...asked.household },
      person: { ...personRules, ...closingRules, ...asked.person },
      assessment: assessmentRules,
      visit: visitRules
    };
    const problems = ward.rows.flatMap(({ type, values }) =>
      Object.entries(values).flatMap(([field, value]) => {
        const rule = rules[type as keyof typeof rules][field];
        const problem = rule ? rule(value, TODAY) : 'no such field';
        return problem ? [`${type}.${field}: ${problem} (${value})`] : [];
      })
    );
    expect(problems).toEqual([]);
  });

  it('ids are unique and every person is in a household of the ward', () => {
    expect(new Set(ward.rows.map(({ type, id }) => `${type}:${id}`)).size).toBe(ward.rows.length);
    expect(files.every(({ household, people: own }) => own.some(({ id }) => id === household.head))).toBe(
      true
    );
  });
});

describe('the same seed is the same ward', () => {
  const small = (seed: number) => sampleWard({ seed, year: 2026, today: TODAY, households: 300, groups: 4 });

  it('row for row', () => {
    expect(small(3)).toEqual(small(3));
    expect(sampleWard({ seed: 7, year: 2026, today: TODAY }).rows).toEqual(ward.rows);
  });

  it('and another seed is another', () => {
    expect(small(4).rows[1]!.values).not.toEqual(small(3).rows[1]!.values);
  });

  it('any size will do', () => {
    const tiny = sampleWard({ seed: 1, year: 2026, today: TODAY, households: 12, groups: 3 });
    expect(tiny.rows.filter(({ type }) => type === 'household')).toHaveLength(12);
    expect(tiny.cases.special).toBeNull();
  });
});

describe('the groups that show something', () => {
  const { groups } = ward.cases;
  const culture = ward.campaign.indicators.find(({ code }) => code === '13a')!;
  const judgedIn = (group: GroupId | undefined) =>
    judgeTarget(culture, figuresOf(group).tallies['culture-expected']!);

  it('one is at exactly 98 %, and one household short of it another', () => {
    const tally = figuresOf(groups.exactly98[0]).tallies['culture-expected']!;
    expect(tally[0] * 100).toBe(98 * denominatorOf(tally));
    expect(judgedIn(groups.exactly98[0])).toEqual({ reached: true, lacking: 0 });
    expect(judgedIn(groups.oneBelow[0])).toEqual({ reached: false, lacking: 1 });
  });

  it('three are tied in everything', () => {
    expect(groups.tied).toHaveLength(3);
    for (const by of [
      'total',
      'insurance',
      'culture-expected',
      'employment',
      'training',
      'answer:12'
    ] as const) {
      const tied = rankGroups(ward.campaign, figures, by).filter(({ group }) => groups.tied.includes(group));
      expect(new Set(tied.map(({ rank }) => rank)).size, by).toBe(1);
    }
    const names = groups.tied.map(
      (group) => filesIn(group)[0]!.people[0]!.name + filesIn(group)[5]!.people[0]!.name
    );
    expect(new Set(names).size).toBe(3);
  });

  it('one has never been in contact: no visit, no assessment, last year’s answers', () => {
    const silent = filesIn(groups.neverSynced[0]);
    expect(silent.every(({ visits, assessments }) => visits.length + assessments.length === 0)).toBe(true);
    expect(silent.some((file) => file.people.some(({ insurance }) => insurance === 'yes'))).toBe(true);
  });

  it('one has no children of five, the others do', () => {
    const ofFive = (group: GroupId) =>
      filesIn(group)
        .flatMap((file) => file.people)
        .filter(({ birth }) => birth!.startsWith('2021')).length;
    expect(ofFive(groups.withoutFiveYearOlds[0]!)).toBe(0);
    expect(ward.groups.filter(({ id }) => ofFive(id) === 0)).toHaveLength(1);
  });

  it('one has towers, two have blocks of rented rooms', () => {
    const towers = filesIn(groups.largest[0]).filter(({ household }) => household.alley?.startsWith('tòa'));
    expect(towers.length).toBeGreaterThan(300);
    for (const group of groups.lodgings) {
      const rooms = filesIn(group).filter(({ household }) => household.addressNote?.startsWith('phòng trọ'));
      expect(rooms.length).toBeGreaterThan(50);
      expect(rooms.every((file) => file.people.every(({ residence }) => residence === 'temporary'))).toBe(
        true
      );
    }
  });
});

describe('the households that go wrong elsewhere', () => {
  const judged = (rule: 'insurance' | 'employment' | 'culture-expected', id: string, asOf = TODAY) =>
    files.flatMap((file) => classify(rule, file, asOf, ward.campaign)).find((one) => one.id === id);

  it('two heads of one name in one alley', () => {
    const [one, other] = special.sameHeadInOneAlley.map(fileOf);
    expect(one!.people[0]!.name).toBe(other!.people[0]!.name);
    expect(one!.household.alley).toBe(other!.household.alley);
    expect(one!.people[0]!.id).not.toBe(other!.people[0]!.id);
  });

  it('names of one word, without đệm, and in NFD', () => {
    expect(personNamed(special.oneWordName).name.split(' ')).toHaveLength(1);
    expect(personNamed(special.noMiddleName).name.split(' ')).toHaveLength(2);
    const { name } = personNamed(special.decomposedName);
    expect(name).not.toBe(name.normalize('NFC'));
  });

  it('a child under six whose card ends this month', () => {
    const child = personNamed(special.childWhoseCardEnds);
    expect(ageInMonths(child.birth!, TODAY)).toBeLessThan(72);
    expect(child.insuranceExpiry).toBe(endOfMonth(TODAY));
    expect(judged('insurance', child.id)?.reason).toBe('card-expires-soon');
  });

  it('a student who now works, on the card of the school', () => {
    const { id } = personNamed(special.studentTurnedWorker);
    expect([judged('insurance', id)?.reason, judged('employment', id)?.reason]).toEqual([
      'card-expired',
      'employed'
    ]);
  });

  it('a woman and a man who retire within months', () => {
    for (const id of [special.womanNearRetirement, special.manNearRetirement]) {
      expect(judged('employment', id)?.class).toBe('counted');
      // Nobody reaches the age in the first months of a year: they reached the lower one in the year before.
      expect(judged('employment', id, '2027-06-20')?.reason).toBe('past-working-age');
    }
  });

  it('a soldier’s wife holds a card that no list knows', () => {
    expect(personNamed(special.soldiersWife).insuranceSource).toBe('paper');
    expect(judged('insurance', special.soldiersWife)?.class).toBe('counted');
  });

  it('a household of lodgers, too new; a barred one', () => {
    expect(judged('culture-expected', special.temporaryHousehold)?.reason).toBe('too-new');
    expect(judged('culture-expected', special.barred)?.reason).toBe('barred');
  });

  it('one that moved out on 20/11 and one that split on 01/12', () => {
    expect([special.movedOut.on, special.split.on]).toEqual(['2026-11-20', '2026-12-01']);
    const { household } = special.movedOut;
    expect(judged('culture-expected', household, '2026-11-19')?.class).not.toBe('outside');
    expect(judged('culture-expected', household, '2026-11-20')?.reason).toBe('moved-away');
    expect(judged('culture-expected', special.split.to, '2026-11-30')?.reason).toBe('not-here-yet');
    expect(judged('culture-expected', special.split.to, '2026-12-01')?.class).toBe('unknown');
  });

  it('opened in spring, nothing in it has happened in the future', () => {
    const spring = sampleWard({ seed: 7, year: 2026, today: '2026-03-08', households: 3000, groups: 12 });
    const dates = spring.rows.flatMap(({ values }) => [
      values.on,
      values.closedOn,
      values.birth,
      values.arrivedOn
    ]);
    expect(dates.filter((date) => typeof date === 'string' && date > '2026-03-08')).toEqual([]);
    expect(spring.campaign.startsOn < '2026-03-08').toBe(true);
  });
});
