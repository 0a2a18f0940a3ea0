/** Node's HTTP server around the app. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
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

/** Node keeps the first of several; whoever stands before this server may have gone by another. */
function hasOneHost({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]!.length === 4 && rawHeaders[i]!.toLowerCase() === "host") hosts += 1;
  return hosts <= 1;
}

/** Whether the request's target and Host make an address; what does not is no request of a browser or a client. */
const isAddressed = (request: IncomingMessage) => {
  const { url = "", headers } = request;
  const { host = "" } = headers;
  return hasOneHost(request) && isAddress(url, host);
};

const isAddress = (url: string, host: string) =>
  url.startsWith("/") && /^[\w.:[\]-]*$/.test(host) && URL.canParse(`http://${host || "localhost"}${url}`);

const refusing =
  (handler: RequestListener): RequestListener =>
  (request, response) => {
    if (isAddressed(request)) return handler(request, response);
    response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8", Connection: "close" });
    response.end("The request's path or Host header is not well formed.\n");
  };

/**
 * What one connection, and all of them together, may hold. Who sends a request, or takes an answer, a byte at a time
 * is cut off.
 */
export const CONNECTIONS = {
  most: 1_000,
  headerBytes: 32_768,
  headersSeconds: 10,
  requestSeconds: 60,
  idleSeconds: 60,
} as const;

const PROBLEMS: Readonly<Record<string, { readonly status: string; readonly message: string }>> = {
  HPE_HEADER_OVERFLOW: {
    status: "431 Request Header Fields Too Large",
    message: `The request's headers and address have more than ${CONNECTIONS.headerBytes} bytes; send long queries by POST.`,
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: "408 Request Timeout",
    message: `The request's headers took longer than ${CONNECTIONS.headersSeconds} seconds, or the whole of it longer than ${CONNECTIONS.requestSeconds}.`,
  },
};
const NOT_HTTP = { status: "400 Bad Request", message: "The request is not well formed HTTP/1.1." };

/** Answers what Node cannot make a request of, and tells no more of it than its kind. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex, onRefused: (reason: string) => void): void {
  const code = error.code ?? "HPE_UNKNOWN";
  if (code !== "ECONNRESET") onRefused(code);
  if (!socket.writable || code === "ECONNRESET") return void socket.destroy();
  const { status, message } = PROBLEMS[code] ?? NOT_HTTP;
  const headers = "Content-Type: text/plain; charset=utf-8\r\nConnection: close";
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\nContent-Length: ${message.length + 1}\r\n\r\n${message}\n`);
}

/** What is told of connections while the server runs. */
export interface Watch {
  /** A connection was refused or cut off, and why. */
  readonly onRefused?: (reason: string) => void;
}

/** Listens, and answers once it does. Port 0 lets the system choose one. */
export async function listen(
  handler: RequestListener,
  host: string,
  port: number,
  { onRefused = () => {} }: Watch = {},
): Promise<Listening> {
  const server = createServer(
    {
      headersTimeout: CONNECTIONS.headersSeconds * 1_000,
      requestTimeout: CONNECTIONS.requestSeconds * 1_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 15_000,
      maxHeaderSize: CONNECTIONS.headerBytes,
    },
    refusing(handler),
  );
  server.maxConnections = CONNECTIONS.most;
  // Neither reads nor writes: also who asks for much and then takes none of it.
  server.setTimeout(CONNECTIONS.idleSeconds * 1_000);
  server.on("clientError", (error, socket) => refuseBroken(error, socket, onRefused));
  server.on("drop", () => onRefused("TOO_MANY_CONNECTIONS"));
  const name = host.replaceAll(/[[\]]/g, "");
  server.listen(port, name);
  await once(server, "listening").catch((error: NodeJS.ErrnoException) => {
    throw explain(error, host, port);
  });
  const shown = name.includes(":") ? `[${name}]` : name;
  const close = async () => {
    const closed = once(server, "close");
    server.close();
    // A connection becomes idle when its answer is done.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearInterval(idle);
    clearTimeout(late);
  };
  return { url: `http://${shown}:${(server.address() as AddressInfo).port}`, close };
}
