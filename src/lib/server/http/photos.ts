import type { RequestHandler } from '@sveltejs/kit';
import { LARGEST_PHOTO } from '$lib/protocol/limits';
import { keepPhoto, readPhotoFor } from '../exemplars/photos';
import { readCapped } from './body';
import { bareEndpoint } from './endpoint';
import { answerFault, Refusal } from './problems';

/** Takes a photo in: who sends it, how large, what it is; then whether a nomination names it (PO2). */
export const putPhoto: RequestHandler = bareEndpoint(
  ['leader', 'deputy'],
  async ({ services, session, event }) => {
    const sha = event.params.sha ?? '';
    const bytes = await readCapped(event.request, LARGEST_PHOTO);
    const problem = await keepPhoto(services, session.actor, sha, bytes);
    if (problem) throw new Refusal(problem);
    return { kept: sha };
  }
);

/** Shows a photo to who may see it; to all others it is not there. */
export const getPhoto: RequestHandler = async ({ locals: { services, session }, params }) => {
  try {
    if (!session) throw new Refusal('signed-out');
    const photo = await readPhotoFor(services, session.actor, params.sha ?? '');
    if (!photo) throw new Refusal('forbidden');
    return new Response(new Uint8Array(photo.bytes), {
      headers: { 'content-type': photo.type, 'content-security-policy': "default-src 'none'; sandbox" }
    });
  } catch (fault) {
    return answerFault(fault, services);
  }
};
