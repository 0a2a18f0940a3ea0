/** How often one client may ask, and try tokens. */
import ipaddr from "ipaddr.js";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Requests in ten seconds, and wrong tokens in a minute; programs on this machine are only kept from running away. */
export const RATES = {
  near: { requests: 500_000, seconds: 10 },
  far: { requests: 1_000, seconds: 10 },
  tokens: { requests: 10, seconds: 60 },
};

type Rate = (typeof RATES)[keyof typeof RATES];

/** Why a request comes too soon. */
export interface TooOften {
  readonly message: string;
  readonly seconds: number;
}

const limiter = ({ requests, seconds }: Rate) => new RateLimiterMemory({ points: requests, duration: seconds });

/** One client: an IPv4 address, or the network of 64 bits that one IPv6 client commands. */
export function clientOf(address: string | undefined): string {
  if (!address || !ipaddr.isValid(address)) return "unknown";
  const parsed = ipaddr.process(address);
  return parsed.kind() === "ipv4" ? parsed.toString() : parsed.toByteArray().slice(0, 8).join(".");
}

async function take(from: RateLimiterMemory, client: string): Promise<number | undefined> {
  try {
    await from.consume(client);
    return undefined;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw error;
  }
}

/** Counts what clients do. */
export class Rates {
  readonly #near: RateLimiterMemory;
  readonly #far: RateLimiterMemory;
  readonly #tokens: RateLimiterMemory;
  readonly #rates: typeof RATES;

  constructor(rates = RATES) {
    this.#rates = rates;
    this.#near = limiter(rates.near);
    this.#far = limiter(rates.far);
    this.#tokens = limiter(rates.tokens);
  }

  /** Counts a request; tells where there were too many. */
  async request(client: string, isNear: boolean): Promise<TooOften | undefined> {
    const seconds = await take(isNear ? this.#near : this.#far, client);
    if (seconds === undefined) return undefined;
    const rate = isNear ? this.#rates.near : this.#rates.far;
    const message = `More than ${rate.requests} requests in ${rate.seconds} seconds; ask again in ${seconds} s.`;
    return { message, seconds };
  }

  /** Whether a client has shown too many wrong tokens to be believed another one. */
  async tokens(client: string): Promise<TooOften | undefined> {
    const found = await this.#tokens.get(client);
    if (!found || found.consumedPoints < this.#rates.tokens.requests) return undefined;
    const seconds = Math.max(1, Math.ceil(found.msBeforeNext / 1_000));
    const message = `${found.consumedPoints} wrong tokens; the limit is ${this.#rates.tokens.requests} in ${this.#rates.tokens.seconds} seconds. Try again in ${seconds} s.`;
    return { message, seconds };
  }

  /** Counts a wrong token. */
  async wrongToken(client: string): Promise<void> {
    await take(this.#tokens, client);
  }
}
