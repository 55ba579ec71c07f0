// Prints the first port from the given one on which nobody listens.
import { createServer } from 'node:net';

function tryPort(port) {
  const server = createServer();
  server.once('error', () => tryPort(port + 1));
  server.listen(port, () => server.close(() => console.log(port)));
}

tryPort(Number(process.argv[2]));
