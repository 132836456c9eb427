// A virtual screen of this process's own, and the word that gives its window the keyboard.
//
// No window manager runs there, so nobody gives a window the keyboard, and a page without it shows no focus: no `:focus`,
// no ring, no `hasFocus()`. The few words of the X11 protocol that this needs are spoken here.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";

const QUERY_TREE = 15;
const GET_ATTRIBUTES = 3;
const GET_GEOMETRY = 14;
const SET_FOCUS = 42;
/** State of a window that is on the screen. */
const VIEWABLE = 2;

/**
 * Starts a screen; it ends when the function that is returned is called, when this process does, or after a while.
 * @param {string} size such as "1600x1400x24"
 * @param {number} seconds
 * @returns {Promise<{display: string, end: () => void}>}
 */
export async function screen(size, seconds) {
  const child = spawn("timeout", [String(seconds), "Xvfb", "-displayfd", "1", "-ac", "-screen", "0", size], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const end = () => void child.kill();
  process.once("exit", end);
  const [number] = await Promise.race([
    once(child.stdout, "data"),
    once(child, "close").then(() => {
      throw new Error("Xvfb ends at once; is it installed?");
    }),
  ]);
  return { display: `:${String(number).trim()}`, end };
}

/** Gives the largest window of a screen the keyboard. @param {string} display */
export async function focus(display) {
  const socket = connect(`/tmp/.X11-unix/X${display.slice(1)}`);
  try {
    const ask = await greeted(socket);
    const tree = await ask.reply(request(QUERY_TREE, [ask.root]));
    const windows = Array.from({ length: tree.readUInt16LE(16) }, (_, at) => tree.readUInt32LE(32 + 4 * at));
    let [largest, area] = [0, 0];
    for (const window of windows) {
      const shown = (await ask.reply(request(GET_ATTRIBUTES, [window]))).readUInt8(26) === VIEWABLE;
      const geometry = await ask.reply(request(GET_GEOMETRY, [window]));
      const size = geometry.readUInt16LE(16) * geometry.readUInt16LE(18);
      if (shown && size > area) [largest, area] = [window, size];
    }
    if (!largest) throw new Error("there is no window on the screen");
    socket.write(request(SET_FOCUS, [largest, 0]));
    // Requests are done in order, so with this answer the one before is done.
    await ask.reply(request(QUERY_TREE, [ask.root]));
  } finally {
    socket.destroy();
  }
}

/** @param {number} code @param {number[]} words */
function request(code, words) {
  const bytes = Buffer.alloc(4 + 4 * words.length);
  bytes.writeUInt8(code, 0);
  bytes.writeUInt16LE(1 + words.length, 2);
  for (const [at, word] of words.entries()) bytes.writeUInt32LE(word, 4 + 4 * at);
  return bytes;
}

/**
 * Opens the conversation; tells the root window, and how to ask.
 * @param {import("node:net").Socket} socket
 */
async function greeted(socket) {
  let heard = Buffer.alloc(0);
  socket.on("data", (bytes) => (heard = Buffer.concat([heard, bytes])));
  /** @param {(bytes: Buffer) => number} length how much the next answer takes, once enough of it is there */
  const take = async (length) => {
    for (;;) {
      if (heard.length >= 32 || (heard.length >= 8 && heard.readUInt8(0) !== 1)) {
        const needed = length(heard);
        if (heard.length >= needed) {
          const answer = heard.subarray(0, needed);
          heard = heard.subarray(needed);
          return answer;
        }
      }
      await once(socket, "data", { signal: AbortSignal.timeout(5000) });
    }
  };
  const hello = Buffer.alloc(12);
  hello.write("l");
  hello.writeUInt16LE(11, 2);
  socket.write(hello);
  const setup = await take((bytes) => 8 + 4 * bytes.readUInt16LE(6));
  if (setup.readUInt8(0) !== 1) throw new Error("the screen refuses to talk");
  const vendor = Math.ceil(setup.readUInt16LE(24) / 4) * 4;
  const root = setup.readUInt32LE(40 + vendor + 8 * setup.readUInt8(29));
  /** @param {Buffer} asked */
  const reply = async (asked) => {
    socket.write(asked);
    for (;;) {
      const answer = await take((bytes) => (bytes.readUInt8(0) === 1 ? 32 + 4 * bytes.readUInt32LE(4) : 32));
      if (answer.readUInt8(0) === 0) throw new Error(`the screen refuses: error ${answer.readUInt8(1)}`);
      if (answer.readUInt8(0) === 1) return answer;
    }
  };
  return { root, reply };
}
