/**
 * `npm run bench:peers [-- --json] [--pack DIR] [--previous COMMIT] [--rounds N]`: the engine against other ways to
 * translate on this machine, one thread each. Every round starts every contestant anew and then asks them in turn, so that
 * drift of the machine hits all alike; ratios pair what was measured side by side. docs/performance.md explains the tables.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { figure, markdownTable, median, percentile, ratioSpread, ratioText } from './lib/statistics.mjs';
import { ContestantProcess } from './peers/contestant.mjs';
import { prepareContestants } from './peers/contestants.mjs';

/** @typedef {import('./peers/contestant.mjs').Contestant} Contestant */
/** @typedef {import('./peers/host.mjs').PlannedText} PlannedText */

/**
 * @typedef {object} Row what is known of a contestant; one value a round, but for the hovers
 * @property {Contestant} contestant
 * @property {number[]} cold milliseconds from the start of the process to its first translation
 * @property {number[]} hover milliseconds, of each sentence
 * @property {number[]} hoverMb resident memory after the first translation
 * @property {number[]} strings milliseconds
 * @property {number[]} file words a second
 * @property {number[]} fileMb resident memory after the file
 * @property {number[]} delay 99th percentile of the host's event loop delay during the file, milliseconds
 * @property {number[]} cancel milliseconds until the call is given up
 * @property {number[]} next milliseconds from the cancel to the next hover
 */

/**
 * @typedef {object} Workloads
 * @property {PlannedText[]} hovers
 * @property {PlannedText[]} strings
 * @property {PlannedText[]} file
 */

const hoverWords = [11, 12, 13];
const hoverCount = 24;
const stringCount = 100;
const fileLines = 1000;
/** Rounds that translate the file and the strings: they take the longest, and vary the least. */
const fileRounds = 2;
/** Long enough to be in the middle of the file, whoever translates. */
const cancelAfter = 300;

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    pack: { type: 'string', default: 'models/packs/en-zh' },
    previous: { type: 'string' },
    rounds: { type: 'string', default: '3' },
  },
});
const rounds = Number(options.rounds);
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds must be a whole number, 1 or more');

const { contestants, notes, client } = await prepareContestants(options);
const workloads = await planWorkloads();
/** @type {Row[]} */
const rows = contestants.map((contestant) => ({
  contestant, cold: [], hover: [], hoverMb: [], strings: [], file: [], fileMb: [], delay: [], cancel: [], next: [],
}));
for (let round = 0; round < rounds; round++) {
  console.error(`round ${round + 1} of ${rounds} …`);
  // Another one is first in each round.
  await measureRound(rows.map((_, place) => rows[(place + round) % rows.length] ?? rows[0]).filter((row) => row !== undefined), round);
}
if (options.json) {
  console.log(JSON.stringify({ ...environment(), workloads: sizes(), rows: rows.map(({ contestant, ...measured }) => ({ name: contestant.name, beamSize: contestant.beamSize, ...measured })), notes }));
} else {
  console.log(report());
}

/** Texts, cut into sentences by the engine, each with the subwords that its translation has: the others write as many. */
async function planWorkloads() {
  const [ours] = contestants;
  if (ours === undefined) throw new Error('there is nobody to measure');
  const lines = (await readFile(join(root, 'test/fixtures/bench.en.txt'), 'utf8')).split('\n');
  const hovers = lines.filter((line) => hoverWords.includes(wordsOf(line))).slice(0, hoverCount);
  const strings = Object.values(JSON.parse(await readFile(join(root, 'package.nls.json'), 'utf8')))
    .filter((text) => wordsOf(text) <= 8)
    .concat(lines.filter((line) => line !== '' && wordsOf(line) <= 8))
    .slice(0, stringCount);
  const markdown = await readFile(join(root, 'node_modules/glob/README.md'), 'utf8');
  const file = fileTexts(markdown.split('\n').slice(0, fileLines).join('\n'));
  const process = new ContestantProcess(ours);
  await process.next();
  /** @type {(texts: string[]) => Promise<PlannedText[]>} */
  const planned = async (texts) => {
    const sentences = await process.ask({ plan: texts });
    return texts.map((text, index) => ({ text, sentences: sentences[index] }));
  };
  const plan = { hovers: await planned(hovers), strings: await planned(strings), file: await planned(file) };
  await process.end();
  return plan;
}

/** @param {string} source @returns {string[]} what a host gives the engine of a Markdown file */
function fileTexts(source) {
  const { FileTranslation, readFileUnits } = createRequire(import.meta.url)(client);
  return new FileTranslation(readFileUnits('markdown', { source, existing: undefined, targetLanguage: 'zh' })).texts;
}

/** @param {string} text */
function wordsOf(text) {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** @param {readonly PlannedText[]} texts */
function wordCount(texts) {
  return texts.reduce((sum, { text }) => sum + wordsOf(text), 0);
}

/** @param {readonly Row[]} order @param {number} round */
async function measureRound(order, round) {
  const hovers = workloads.hovers.filter((_, place) => place % rounds === round);
  const [first, ...others] = hovers;
  if (first === undefined) throw new Error('there are fewer sentences to hover over than rounds');
  /** @type {Map<Row, ContestantProcess>} */
  const processes = new Map();
  try {
    for (const row of order) {
      const started = performance.now();
      const process = new ContestantProcess(row.contestant);
      processes.set(row, process);
      await process.next();
      const { residentMb } = await process.ask({ texts: [first], beamSize: row.contestant.beamSize });
      row.cold.push(performance.now() - started);
      row.hoverMb.push(residentMb ?? NaN);
    }
    const inTurn = async (/** @type {(row: Row, process: ContestantProcess) => Promise<void>} */ work) => {
      for (const [row, process] of processes) await work(row, process);
    };
    for (const text of others) {
      await inTurn(async (row, process) => {
        row.hover.push((await process.ask({ texts: [text], beamSize: row.contestant.beamSize })).ms);
      });
    }
    await inTurn((row, process) => measureTexts(row, process, round));
    // A word less of each, and no cache knows them.
    const unknown = [first, ...workloads.file].map(({ text, sentences }) => ({ text: text.slice(text.indexOf(' ') + 1), sentences }));
    await inTurn(async (row, process) => {
      if (!row.contestant.cancels) return;
      const { cancelMs, nextMs } = await process.ask({ texts: unknown.slice(1), beamSize: row.contestant.beamSize, cancelAfter, next: unknown.slice(0, 1) });
      row.cancel.push(cancelMs);
      row.next.push(nextMs);
    });
  } finally {
    for (const process of processes.values()) await process.end();
  }
}

/**
 * The strings and the file, or of the file what the contestant can do in the time.
 *
 * @param {Row} row @param {ContestantProcess} process @param {number} round
 */
async function measureTexts(row, process, round) {
  const { beamSize, sample = 1, hoverOnly = false } = row.contestant;
  if (hoverOnly || round >= fileRounds) return;
  row.strings.push((await process.ask({ texts: workloads.strings, beamSize })).ms);
  const texts = workloads.file.filter((_, place) => place % sample === 0);
  const { ms, delayP99, residentMb } = await process.ask({ texts, beamSize });
  row.file.push((wordCount(texts) / ms) * 1000);
  row.fileMb.push(residentMb ?? NaN);
  row.delay.push(delayP99 ?? NaN);
}

function environment() {
  return { node: process.version, platform: `${process.platform} ${process.arch}`, processor: cpus()[0]?.model ?? 'unknown', rounds };
}

function sizes() {
  const { hovers, strings, file } = workloads;
  return { hovers: hovers.length, strings: strings.length, stringWords: wordCount(strings), fileTexts: file.length, fileWords: wordCount(file) };
}

/** @returns {string} Markdown */
function report() {
  const { node, platform, processor } = environment();
  const { hovers, strings, stringWords, fileTexts: texts, fileWords } = sizes();
  const label = (/** @type {Row} */ { contestant: { name, beamSize } }) => `${name}, ${beamSize === 1 ? 'greedy' : `beam ${beamSize}`}`;
  /** @type {(row: Row, key: 'cold' | 'hover' | 'strings') => string} how many times as long as ours with the same beam */
  const slower = (row, key) => ratioText(ratioSpread(row[key], referenceOf(row, key)));
  /** @type {(row: Row) => string} */
  const slowerFile = (row) => ratioText(ratioSpread(row.file.map((rate) => 1 / rate), referenceOf(row, 'file').map((rate) => 1 / rate)));
  const hoverTable = markdownTable(
    ['', 'cold, ms', '÷ ours', 'warm p50, ms', 'warm p95, ms', '÷ ours', 'memory, MB'],
    rows.map((row) => [
      label(row), figure(median(row.cold)), slower(row, 'cold'), figure(median(row.hover)), figure(percentile(row.hover, 0.95)),
      slower(row, 'hover'), figure(median(row.hoverMb)),
    ]),
  );
  const textTable = markdownTable(
    ['', 'file, words/s', 'time ÷ ours', 'host delay p99, ms', 'memory, MB', 'strings, ms', '÷ ours', 'cancel, ms', 'next hover, ms'],
    rows.filter(({ file }) => file.length > 0).map((row) => [
      label(row), figure(median(row.file)), slowerFile(row), figure(median(row.delay)), figure(median(row.fileMb)),
      figure(median(row.strings)), slower(row, 'strings'), figure(median(row.cancel)), figure(median(row.next)),
    ]),
  );
  return [
    `${processor}, ${platform}, Node ${node}, one thread each, ${rounds} rounds\n`,
    `Hover over about 12 words (${hovers} sentences)\n`, hoverTable,
    `A Markdown file of ${fileLines} lines (${texts} texts, ${fileWords} words) and ${strings} short strings (${stringWords} words)\n`, textTable,
    ...notes,
  ].join('\n');
}

/** @template {'cold' | 'hover' | 'strings' | 'file'} K @param {Row} row @param {K} key @returns {number[]} ours with the same beam */
function referenceOf(row, key) {
  const ours = rows.find(({ contestant }) => contestant.name === rows[0]?.contestant.name && contestant.beamSize === row.contestant.beamSize);
  return ours?.[key].slice(0, row[key].length) ?? [];
}
