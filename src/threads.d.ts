/** The text of a program for a thread of its own; made by vite.config.ts. */
declare module '*?thread' {
  const program: string;
  export default program;
}
