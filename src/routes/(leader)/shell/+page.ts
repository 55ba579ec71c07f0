// The one page that the service worker hands out for every leader's address.
export const prerender = true;
