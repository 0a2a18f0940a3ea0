import { defineConfig } from "vitest/config";

export default defineConfig({
  // One copy of graphql: the one that Node gives to the libraries that use it, where Vite would choose its ES modules.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    // Servers, browsers and databases start inside tests; nothing is judged by how long it takes.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
    // Browsers and databases share two cores there; what was tried again is told in the report.
    retry: process.env["CI"] === "true" ? 1 : 0,
    expect: { poll: { timeout: 30_000 } },
  },
});
