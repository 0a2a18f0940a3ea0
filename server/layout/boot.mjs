// This process starts without the loader that its parent runs with, so that it brings its own.
import { register } from "tsx/esm/api";

register();
await import("./worker.ts");
