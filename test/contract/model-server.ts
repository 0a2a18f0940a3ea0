/** A server on loopback that speaks OpenAI's protocol, as badly as it is told to. */
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server was asked. */
export interface AskedOf {
  readonly system: string;
  readonly sentences: readonly { readonly number: number; readonly text: string; readonly names: readonly string[] }[];
  readonly hasSchema: boolean;
  readonly authorization: string | undefined;
}

/** Answers one request in whatever way. */
export type Manner = (asked: AskedOf, response: ServerResponse) => void;

export interface ModelServer {
  readonly baseUrl: string;
  readonly asked: readonly AskedOf[];
  /** The manners of the next requests in turn; the last stays. */
  behave(...manners: Manner[]): void;
  close(): Promise<void>;
}

const send = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}) =>
  void response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body);

/** The protocol's wrapping of what a model says. */
const completion = (content: unknown, finish: string) =>
  JSON.stringify({
    id: "1",
    object: "chat.completion",
    choices: [{ index: 0, finish_reason: finish, message: { role: "assistant", content } }],
  });

/** Says this, as a well-mannered server does. */
export const says =
  (content: string | ((asked: AskedOf) => unknown), finish = "stop"): Manner =>
  (asked, response) =>
    send(response, 200, completion(typeof content === "string" ? content : JSON.stringify(content(asked)), finish));

export const answersWith =
  (status: number, headers: Record<string, string> = {}, body = '{"error":{"message":"no"}}'): Manner =>
  (_, response) =>
    send(response, status, body, headers);

export const neverAnswers: Manner = () => {};
export const breaksOff: Manner = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "1000" });
  response.write('{"choices": [');
  setTimeout(() => response.destroy(), 20);
};
/** Never stops. */
export const floods: Manner = (_, response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  const more = () => {
    while (!response.destroyed && response.write("x".repeat(100_000)));
    if (!response.destroyed) response.once("drain", more);
  };
  response.on("error", () => {});
  more();
};

/** Starts the server. */
export async function modelServer(): Promise<ModelServer> {
  const asked: AskedOf[] = [];
  let manners: Manner[] = [says('{"relations": []}')];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += String(part);
    const { messages, response_format: form } = JSON.parse(body) as {
      messages: { content: string }[];
      response_format?: unknown;
    };
    const { sentences } = JSON.parse(messages[1]!.content) as Pick<AskedOf, "sentences">;
    const { authorization } = request.headers;
    const here = { system: messages[0]!.content, sentences, hasSchema: form !== undefined, authorization };
    asked.push(here);
    const manner = manners.length > 1 ? manners.shift()! : manners[0]!;
    manner(here, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (...next) => {
      manners = next;
      asked.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
