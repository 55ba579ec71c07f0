// Opens from the shell without a network, to say so in a plain sentence.
export const ssr = false;
