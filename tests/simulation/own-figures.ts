import type { Day } from '$lib/domain/calendar';
import { tallyFiles } from '$lib/domain/figures/tally';
import { filesFrom } from '$lib/domain/people/household-file';
import type { Page } from './page';
import type { SimulatedPhone } from './phone';
import { same } from './same';
import { CAMPAIGN } from './template';

/** I12: what a phone counts change by change is what a count of all that it shows would say. */
export function figuresAreARecount(
  { number, actor }: SimulatedPhone,
  page: Page,
  today: Day,
  isRecounted = true
): void {
  const group = actor.groups[0] ?? CAMPAIGN.groups[0]!.id;
  const { coverage, tallies } = page.figures({ campaign: CAMPAIGN, today, group });
  if (!isRecounted) return;
  const own = [...filesFrom(page.shown()).values()].filter(({ household }) => household.group === group);
  same('I12', tallyFiles(own, CAMPAIGN, today), { coverage, tallies }, `${number}, its own figures`);
}
