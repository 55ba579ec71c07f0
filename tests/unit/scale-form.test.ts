import { expect, it } from 'vitest';
import { REPORTING } from '$lib/domain/plan/rules';
import { FormReader } from '$lib/server/http/form';
import { readScale } from '$lib/server/plan-form/scale';
import { aCampaign } from '../support/factories';

it.each(['báo cáo, 9a', 'Báo cáo 9a', 'báo cáo; 9a'.normalize('NFD')])(
  'an officer writes "%s" for the line of reports, and no code of the program',
  (typed) => {
    const fields = new FormData();
    fields.set('item.0.name', 'Chế độ báo cáo');
    fields.set('item.0.indicators', typed);
    const { items } = readScale(new FormReader(fields), aCampaign());
    expect(items.map(({ indicators }) => indicators)).toEqual([[REPORTING, '9a']]);
  }
);
