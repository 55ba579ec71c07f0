import { type Drill, Impossible } from './drill';

export const storageDeleted: Drill = {
  promise: '',
  count: 20,
  run: () => Promise.reject(new Impossible('not yet'))
};
