import type { Server } from 'node:http';

/**
 * Makes a server listen on 127.0.0.1 and gives its address; port 0 takes a free one.
 * Throws an Error that names the option when the port is taken.
 */
export async function listen(server: Server, port: number, option: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      const hint = `Port ${port} on 127.0.0.1 is taken by another program: stop it or choose another with ${option}`;
      reject(taken ? new Error(hint) : error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return `http://127.0.0.1:${address.port}`;
}
