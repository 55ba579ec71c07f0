import type { Exemplar } from '../people/exemplar';
import { text } from './blocks';
import type { Block } from './paper';
import { writtenCount } from './written';

/** What the report names of a model that the ward has spread. */
export type ExemplarCited = Pick<Exemplar, 'title' | 'who' | 'effect' | 'from'>;

/** What the ward has found and spread (phát hiện, nhân rộng điển hình tiên tiến), as it was spread; plan II.4.e. */
export function citedExemplars(exemplars: readonly ExemplarCited[]): Block[] {
  if (exemplars.length === 0) return [text('Chưa có điển hình tiên tiến được phổ biến đến các tổ dân phố.')];
  return [
    text(`Đã phổ biến ${writtenCount(exemplars.length)} điển hình tiên tiến đến các tổ dân phố, gồm:`),
    ...exemplars.map(({ title, who, effect, from }) =>
      text(`- ${[who, inSentence(from)].filter(Boolean).join(', ')}: ${sentence(title)} ${sentence(effect)}`)
    )
  ];
}

/** What was typed, on one line and with its full stop. */
const sentence = (words: string): string => `${words.replace(/\s+/g, ' ').replace(/[.\s]+$/, '')}.`;

/** "Tổ dân phố số 7" inside a sentence. */
const inSentence = (name: string): string => name.replace(/^Tổ dân phố/, 'tổ dân phố');
