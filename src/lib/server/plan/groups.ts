import { Group } from '$lib/domain/plan/group';

// Fixed once, so that a ward opened twice from this plan has the same groups. The order of the list is only the first order.
const IDS = [
  '694c790e-393d-4fc6-9299-dc872c98da4b',
  'd0f80c9a-d58e-4ee7-bd2a-d95cd2870054',
  'e34a3629-c3ef-4afb-9ac4-77e096701f08',
  '150134f7-5655-4d1c-800f-025cdede01a7',
  '9d833438-950b-4f6c-ac00-b80a1b8b4c8d',
  '34e0901d-4da2-4cf2-a498-c9f08bd04e75',
  'ebacd456-feed-45b7-94f6-210c9685af78',
  'e4374f97-6f26-4d93-ac96-8f2ccb7b78fd',
  '828c53d6-b40e-4075-acd8-847791bd5588',
  '755d0444-c780-4708-ba29-148845a7e941',
  '2ab60e49-1012-4669-964c-a79cd80899c9',
  '12dd93e5-c19a-4174-ba91-70072ecf03c2',
  '6eaf0fec-f198-4498-ba50-ba5ca278a509',
  '5e06d65b-4f50-4252-abca-d5dc39ea1457',
  '90cd1d73-136e-4721-b93f-5fa90470bc98',
  'd21caafa-ad45-45d3-869f-0d23987c0802',
  '4a05a2b8-d1c3-47bc-932a-30ef5695b766',
  'a2f9acab-2b67-4824-a1f4-fbbaffaccc01',
  'c2137ded-173b-433c-b11a-77505e9f8184',
  '6fba8dcc-bc05-4f75-a0fa-f1633c213be3',
  'e5dbb7aa-a97b-426b-85f5-480d3bb9b44a',
  '2f5c4519-5fd4-42ae-ad44-80be259403ce',
  'a1f5c7aa-7128-47ff-a7b3-f1445602f5e5'
];

/**
 * The 23 residential groups (tổ dân phố) that the plan counts and does not name. Real names are not known here and may be
 * words; the ward puts them in (domain 0.9, 0.10). The ward is of 01/7/2025.
 */
export const groups: Group[] = IDS.map((id, index) =>
  Group.parse({
    id,
    name: `Tổ dân phố số ${index + 1}`,
    oldNames: [],
    order: index + 1,
    validFrom: '2025-07-01',
    validTo: null
  })
);
