// The floor: a canvas that strokes the extremes of every pixel column, computed before the clock starts; no axes, no texts.

/** @import {Columns, Window} from "../pages/data.js" */

/** The plot is where axes would leave it. */
const PLOT = { left: 48, right: 8, top: 24, bottom: 48 };

/** @type {import("./types.js").Adapter} */
export const adapter = {
  prepare(data, windows, size) {
    const whole = /** @type {Window} */ ([data.x[0], data.x[data.x.length - 1]]);
    return { whole: vertices(data, whole, size), windows: windows.map((window) => vertices(data, window, size)) };
  },

  draw(host, prepared, size) {
    const under = canvas(size);
    host.append(under.canvas);
    stroke(under, prepared.whole, size);
    /** @type {CanvasRenderingContext2D | undefined} */
    let over;
    host.addEventListener("pointermove", (event) => {
      if (!over) {
        over = canvas(size);
        over.canvas.style.marginTop = `${-size.height}px`;
        host.append(over.canvas);
      }
      over.clearRect(0, 0, size.width, size.height);
      over.fillRect(event.offsetX, 0, 1, size.height);
    });
    return {
      pan: (at) => stroke(under, prepared.windows[at], size),
      free: () => host.replaceChildren(),
    };
  },
};

/** @param {import("./types.js").Size} size */
function canvas({ width, height }) {
  const element = document.createElement("canvas");
  element.width = width * devicePixelRatio;
  element.height = height * devicePixelRatio;
  element.style.cssText = `display: block; position: relative; width: ${width}px; height: ${height}px`;
  const context = /** @type {CanvasRenderingContext2D} */ (element.getContext("2d"));
  context.scale(devicePixelRatio, devicePixelRatio);
  context.strokeStyle = "#1f6feb";
  context.lineWidth = 1.5;
  context.lineJoin = "round";
  return context;
}

/** @param {CanvasRenderingContext2D} context @param {Float32Array} line @param {import("./types.js").Size} size */
function stroke(context, line, { width, height }) {
  context.clearRect(0, 0, width, height);
  context.beginPath();
  for (let at = 0; at < line.length; at += 2) {
    context.lineTo(/** @type {number} */ (line[at]), /** @type {number} */ (line[at + 1]));
  }
  context.stroke();
}

/**
 * The lowest and the highest value of each device pixel column, in the order in which they come, as x and y in CSS px;
 * every point where there are fewer.
 * @param {Columns} data
 * @param {Window} window
 * @param {import("./types.js").Size} size
 */
function vertices({ x, y }, [from, to], size) {
  const ratio = devicePixelRatio;
  const [width, height] = [size.width - PLOT.left - PLOT.right, size.height - PLOT.top - PLOT.bottom];
  const [start, end] = [position(x, from), position(x, to)];
  const kept = [];
  for (let at = start; at < end; ) {
    const column = (/** @type {number} */ time) => Math.floor(((time - from) / (to - from)) * width * ratio);
    const here = column(x[at]);
    let [low, high] = [at, at];
    for (; at < end && column(x[at]) === here; at++) {
      if (y[at] < y[low]) low = at;
      if (y[at] > y[high]) high = at;
    }
    kept.push(...(low === high ? [low] : [Math.min(low, high), Math.max(low, high)]));
  }
  let [bottom, top] = [Infinity, -Infinity];
  for (const at of kept) [bottom, top] = [Math.min(bottom, y[at]), Math.max(top, y[at])];
  return Float32Array.from(
    kept.flatMap((at) => [
      PLOT.left + ((x[at] - from) / (to - from)) * width,
      PLOT.top + height - ((y[at] - bottom) / (top - bottom || 1)) * height,
    ]),
  );
}

/** The first point not before a time. @param {Float64Array} x @param {number} time */
function position(x, time) {
  let [low, high] = [0, x.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {number} */ (x[middle]) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
