import { getPhoto, putPhoto } from '$lib/server/http/photos';

export const GET = getPhoto;
export const PUT = putPhoto;
