import type { SimulatedPhone } from './phone';
import type { Step } from './step';
import type { World } from './world';

/** What becomes of a phone beside taps and exchanges. */
export async function happensTo({ shown, files }: World, phone: SimulatedPhone, step: Step): Promise<void> {
  switch (step.kind) {
    case 'restarts':
      return phone.restarts();
    case 'clock':
      phone.offset = step.ms;
      return;
    case 'copies':
      return phone.copies();
    case 'rolls-back':
      shown.forgets(phone.number);
      return phone.rollsBack();
    case 'evicts':
      shown.forgets(phone.number);
      return phone.isCleared();
    case 'drops-picture':
      shown.forgets(phone.number);
      return phone.dropsPicture();
    case 'damages':
      shown.forgets(phone.number);
      return phone.damages(step.of);
    case 'updates':
      return phone.updates();
    case 'saves-copy': {
      const file = await phone.savesCopy();
      if (file) files.push(file);
    }
  }
}
