// A worker thread starts without the loader that the process runs with, so that it brings its own.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
