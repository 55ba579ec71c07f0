import { showAddress } from '$lib/domain/people/address';
import type { Candidate } from '$lib/domain/people/duplicates';
import { filesFrom, type HouseholdFile } from '$lib/domain/people/household-file';
import { fromStored, readRowsOfHouseholds } from '../queries/rows';
import { readGroupsByOrder } from '../queries/ward';
import type { Services } from '../services';

/** A household or a person in words for the ward's desk. */
export type Side = Candidate &
  Readonly<{
    /** The person's, or the head's. */
    name: string;
    birth: string | null;
    address: string;
    groupName: string;
    /** The names of all who live there. */
    people: readonly string[];
  }>;

/** Words for some households and people, as the rows are now. */
export async function readSides(
  { db }: Services,
  candidates: readonly Candidate[]
): Promise<(candidate: Candidate) => Side> {
  const households = new Set(candidates.map(({ household }) => household));
  const files = filesFrom((await readRowsOfHouseholds(db, households)).map(fromStored));
  const groups = new Map((await readGroupsByOrder(db)).map(({ id, name }) => [id, name]));
  return (candidate) => sideOf(candidate, files.get(candidate.household), groups);
}

function sideOf(
  candidate: Candidate,
  file: HouseholdFile | undefined,
  groups: ReadonlyMap<string, string>
): Side {
  const person = file?.people.find(({ id }) => id === candidate.id) ?? file?.people[0];
  return {
    ...candidate,
    name: person?.name ?? '',
    birth: person?.birth ?? null,
    address: file ? showAddress(file.household) : '',
    groupName: groups.get(candidate.group) ?? '',
    people: file?.people.filter(({ closed }) => closed === null).map(({ name }) => name) ?? []
  };
}
