/** How the entries of a device add up, always: entered is the sum of all others (EP4). */
export type DeviceSum = Readonly<{
  entered: number;
  inEffect: number;
  review: number;
  waiting: number;
  quarantined: number;
  unsent: number;
  lost: number;
}>;

type Counted = Omit<DeviceSum, 'entered' | 'inEffect'> & Readonly<{ stored: number }>;

/** What is stored is in effect, or under review, or waits, or is kept apart. */
export const sumUp = ({ stored, ...rest }: Counted): DeviceSum => ({
  entered: stored + rest.unsent + rest.lost,
  inEffect: stored - rest.review - rest.waiting - rest.quarantined,
  ...rest
});

const NOTHING: DeviceSum = {
  entered: 0,
  inEffect: 0,
  review: 0,
  waiting: 0,
  quarantined: 0,
  unsent: 0,
  lost: 0
};

export const sumOfDevices = (devices: readonly DeviceSum[]): DeviceSum =>
  devices.reduce(
    (total, one) => ({
      entered: total.entered + one.entered,
      inEffect: total.inEffect + one.inEffect,
      review: total.review + one.review,
      waiting: total.waiting + one.waiting,
      quarantined: total.quarantined + one.quarantined,
      unsent: total.unsent + one.unsent,
      lost: total.lost + one.lost
    }),
    NOTHING
  );
