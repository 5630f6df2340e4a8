/** Small line charts with logarithmic axes as SVG, without a plotting library: the files stay small. */

/** @typedef {{ name: string, points: readonly { x: number, y: number }[] }} Line */
/** @typedef {{ title: string, x: string, y: string, lines: readonly Line[] }} Panel what is drawn; x and y are above zero */

const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];
const style = 'text{font:12px sans-serif;fill:#333}.t{font-size:11px;fill:#666}.g{stroke:#ddd}';
const size = { width: 420, height: 320, left: 56, top: 34, right: 16, bottom: 46 };

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * @param {readonly number[]} values above zero
 * @returns {number[]} 1, 2 and 5 times the powers of ten, from the last one below to the first one above all values
 */
export function logTicks(values) {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const ticks = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power++) {
    ticks.push(...[1, 2, 5].map((digit) => Number((digit * 10 ** power).toPrecision(1))));
  }
  const first = ticks.findLastIndex((tick) => tick <= least);
  const last = ticks.findIndex((tick) => tick >= most);
  return ticks.slice(Math.max(0, first), last < 0 ? undefined : last + 1);
}

/** @param {readonly Panel[]} panels @returns {string} the panels beside each other, two in a row */
export function lineCharts(panels) {
  const columns = Math.min(2, panels.length);
  const width = columns * size.width;
  const height = Math.ceil(panels.length / columns) * size.height;
  const drawn = panels.map((panel, place) => {
    const offset = `${(place % columns) * size.width} ${Math.floor(place / columns) * size.height}`;
    return `<g transform="translate(${offset})">\n${drawPanel(panel)}\n</g>`;
  });
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return [head, `<style>${style}</style>`, `<rect width="${width}" height="${height}" fill="#fff"/>`, ...drawn, '</svg>\n'].join('\n');
}

/** @param {Panel} panel */
function drawPanel({ title, x, y, lines }) {
  const points = lines.flatMap((line) => line.points);
  const ticks = { x: logTicks(points.map((point) => point.x)), y: logTicks(points.map((point) => point.y)) };
  const { width, height, left, top, right, bottom } = size;
  const place = (/** @type {number} */ value, /** @type {readonly number[]} */ marks, /** @type {number} */ from, /** @type {number} */ to) => {
    const [first = 1] = marks;
    const last = marks.at(-1) ?? 1;
    const share = first === last ? 0.5 : Math.log(value / first) / Math.log(last / first);
    return Number((from + share * (to - from)).toFixed(1));
  };
  const atX = (/** @type {number} */ value) => place(value, ticks.x, left, width - right);
  const atY = (/** @type {number} */ value) => place(value, ticks.y, height - bottom, top);
  return [
    `<text x="${left}" y="18">${escaped(title)}</text>`,
    ...ticks.y.map((tick) => `<line class="g" x1="${left}" x2="${width - right}" y1="${atY(tick)}" y2="${atY(tick)}"/><text class="t" x="${left - 6}" y="${atY(tick) + 4}" text-anchor="end">${tick}</text>`),
    ...ticks.x.map((tick) => `<text class="t" x="${atX(tick)}" y="${height - bottom + 16}" text-anchor="middle">${tick}</text>`),
    `<text class="t" x="${(left + width - right) / 2}" y="${height - bottom + 34}" text-anchor="middle">${escaped(x)}</text>`,
    `<text class="t" x="${left}" y="${top - 4}">${escaped(y)}</text>`,
    ...lines.flatMap((line, index) => {
      const colour = colours[index % colours.length];
      const path = line.points.map((point) => `${atX(point.x)},${atY(point.y)}`).join(' ');
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`,
        `<text class="t" x="${left + 8}" y="${top + 14 + 14 * index}" style="fill:${colour}">${escaped(line.name)}</text>`,
      ];
    }),
  ].join('\n');
}
