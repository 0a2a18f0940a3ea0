/** Which files a list of paths means. */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { EXTENSIONS, extensionOf } from "../formats/format.ts";

/** Standard input, as a path. */
export const STANDARD_INPUT = "-";

/** A file to be read, an address to be fetched, or a path that leads to neither. */
export type Found =
  | { readonly path: string; readonly bytes: number }
  | { readonly address: string }
  | { readonly path: string; readonly problem: string };

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "may not be read; check its permissions",
  EPERM: "may not be read; check its permissions",
  EISDIR: "is a folder",
  ELOOP: "is a link that leads to itself",
  EMFILE: "cannot be opened: too many files are open",
  ENOTDIR: "there is no such file or folder",
};

/** Why a file could not be read, for people. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? message;
}

/** Folders are searched for what has a known name; a file that is named itself is read whatever its name. */
const isReadable = ({ name }: Dirent) => !name.startsWith(".") && Object.hasOwn(EXTENSIONS, extensionOf(name));

async function inFolder(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith(".")) found.push(...(await findOne(path)));
    else if (!entry.isDirectory() && isReadable(entry)) found.push(...(await findOne(path)));
  }
  return found;
}

async function findOne(path: string): Promise<readonly Found[]> {
  if (path === STANDARD_INPUT) return [{ path, bytes: 0 }];
  if (/^https?:\/\//i.test(path)) return [{ address: path }];
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return await inFolder(path);
    return [stats.isFile() ? { path, bytes: stats.size } : { path, problem: "is neither a file nor a folder" }];
  } catch (error) {
    return [{ path, problem: reasonOf(error) }];
  }
}

/** Every file that the paths mean, folders searched through, in order of name within a folder. */
export async function findFiles(paths: readonly string[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    const here = await findOne(path);
    if (here.length > 0) found.push(...here);
    else found.push({ path, problem: `holds no file with a name that ends in ${Object.keys(EXTENSIONS).join(", ")}` });
  }
  return found;
}
