// Writes `file.br` and `file.gz` beside every file of a folder that gets smaller by it: DIR --keep CACHE. What was packed
// before is taken from the cache, by the content's checksum: level 11 is slow, and most files stand still.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [folder, , keep] = process.argv.slice(2);
/** Smaller ones fit into a packet or two either way. */
const LEAST = 860;
const KINDS = new Set([".css", ".csv", ".figures", ".html", ".js", ".json", ".svg", ".wasm"]);

const packers = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: 22,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

function* files(at) {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    const path = join(at, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (KINDS.has(extname(entry.name)) && statSync(path).size >= LEAST) yield path;
  }
}

mkdirSync(keep, { recursive: true });
const sums = { files: 0, plain: 0, br: 0, gz: 0 };
async function pack(path) {
  const bytes = readFileSync(path);
  const { mtime } = statSync(path);
  const name = createHash("sha256").update(bytes).digest("hex");
  let gained = false;
  for (const [end, work] of Object.entries(packers)) {
    const kept = join(keep, `${name}.${end}`);
    if (!existsSync(kept)) {
      writeFileSync(`${kept}.${process.pid}`, await work(bytes));
      renameSync(`${kept}.${process.pid}`, kept);
    }
    const { size } = statSync(kept);
    if (size > bytes.length * 0.95) continue;
    copyFileSync(kept, `${path}.${end}`);
    // A host that sends the neighbour tells its age.
    utimesSync(`${path}.${end}`, mtime, mtime);
    sums[end] += size;
    gained = true;
  }
  if (!gained) return;
  sums.files += 1;
  sums.plain += bytes.length;
}

// A few at a time: node packs them on its own threads.
const open = [...files(folder)];
await Promise.all(Array.from({ length: 4 }, async () => {
  for (let path = open.pop(); path !== undefined; path = open.pop()) await pack(path);
}));
const kb = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
console.log(`${sums.files} files packed: ${kb(sums.plain)} plain, ${kb(sums.gz)} gzip, ${kb(sums.br)} brotli`);
