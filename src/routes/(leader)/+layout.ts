// The leader's half reads the device: there is nothing for a server to render.
export const ssr = false;
export const prerender = false;
