/** Resolvers of `Subscription`. */
import type { Change, Context } from "./context.ts";
import { refusal } from "./refusal.ts";

async function follow({ changes }: Context) {
  const following = await changes();
  if (following) return following;
  throw refusal(
    "Too many clients follow changes already; ask again later, or ask for `statistics { version }`.",
    "BUSY",
  );
}

/** Resolvers of `Subscription`. */
export const subscriptions = {
  changes: {
    subscribe: (_: unknown, _args: unknown, context: Context) => follow(context),
    resolve: (change: Change) => change,
  },
};
