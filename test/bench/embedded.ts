/** The embedded store: what an answer costs beside `JSON.stringify` of it alone. */
import { Client, press } from "./client.ts";
import { figure, show, table } from "./figures.ts";
import type { Sizes } from "./neighborhoods.ts";
import { serveActant } from "./servers.ts";
import { stringifyCost } from "./stringify.ts";

/** What the explorer draws: the entities and the edges between them. */
const DRAWN = `query Drawn($of: ID!, $limit: Int!) {
  neighborhood(of: [$of], limit: $limit) {
    entities { id name kind country degree }
    relations { id type subject { id } object { id } assertionCount documentCount speakerCount
      statuses { status count } firstDate lastDate }
    totalRelations
  }
}`;

/** Asks for the surroundings of hubs, uncached, and tells what that costs. */
export async function measureEmbedded(folder: string, hubs: readonly string[], sizes: Sizes): Promise<string> {
  const server = await serveActant({ DATA_DIR: folder });
  try {
    const client = new Client(`${server.url}/graphql`);
    const bodies = hubs.map((of) => JSON.stringify({ query: DRAWN, variables: { of, limit: 400 } }));
    const ask = (nth: number) => client.post(bodies[nth % bodies.length]!);
    const answers = await Promise.all(bodies.map(async (body) => JSON.parse((await client.post(body)).toString())));
    await press(ask, [server.pid], sizes.seconds);
    const costs = [];
    for (let round = 0; round < sizes.rounds; round += 1) costs.push(await press(ask, [server.pid], sizes.seconds));
    client.close();
    const own = figure(costs.map(({ cpu }) => cpu[0]!)).median;
    const least = stringifyCost(answers, sizes.rounds);
    const bytes = answers.reduce((sum, answer) => sum + JSON.stringify(answer).length, 0) / answers.length;
    return table(
      [`up to 400 edges and their entities on SQLite (${show(bytes / 1000)} kB)`, "CPU ms", "times the first"],
      [
        ["`JSON.stringify` of the answer alone", show(least), "1"],
        ["Actant, the whole request over HTTP", show(own), show(own / least)],
      ],
    );
  } finally {
    await server.stop();
  }
}
