/** Node's HTTP server around the app. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigError } from "../config.ts";

/** How long answers that are under way may take once the server is told to end. */
const GRACE_MS = 5_000;

export interface Listening {
  /** Without a slash at its end. */
  readonly url: string;
  /** Takes no more requests, finishes those under way, and ends. */
  readonly close: () => Promise<void>;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === "EADDRINUSE")
    return new ConfigError(
      `Port ${port} on ${host} is in use. End what uses it, or choose another one: PORT=${port + 1}.`,
    );
  if (error.code === "EACCES")
    return new ConfigError(`Port ${port} may not be used by this user. Set PORT above 1023.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new ConfigError(`HOST=${host} is not an address of this machine. Leave it unset for 127.0.0.1.`);
  return error;
}

/** Whether the request's target and Host make an address; what does not is no request of a browser or a client. */
const isAddressed = ({ url = "", headers: { host = "" } }: IncomingMessage) =>
  url.startsWith("/") && /^[\w.:[\]-]*$/.test(host) && URL.canParse(`http://${host || "localhost"}${url}`);

const refusing =
  (handler: RequestListener): RequestListener =>
  (request, response) => {
    if (isAddressed(request)) return handler(request, response);
    response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    response.end("The request's path or Host header is not well formed.\n");
  };

/** Listens, and answers once it does. Port 0 lets the system choose one. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listening> {
  const server = createServer(
    { headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 15_000 },
    refusing(handler),
  );
  const name = host.replaceAll(/[[\]]/g, "");
  server.listen(port, name);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw explain(error, host, port);
  });
  const shown = name.includes(":") ? `[${name}]` : name;
  const close = async () => {
    const closed = once(server, "close");
    server.close();
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed.finally(() => clearTimeout(timer));
  };
  return { url: `http://${shown}:${(server.address() as AddressInfo).port}`, close };
}
