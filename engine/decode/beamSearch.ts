import { SentenceSearch, type Continuation, type Hypothesis, type SearchOptions, type SearchTask } from './sentenceSearch';
import { Scores } from './shortlist';
import { gatherRows, type DecoderState, type StepModel } from './stepModel';

interface Row extends Continuation {
  /** Row of the step's output that holds this hypothesis' state. */
  readonly stateRow: number;
}

interface Running {
  /** Index into the tasks. */
  readonly task: number;
  readonly search: SentenceSearch;
  readonly rows: readonly Row[];
}

/**
 * Beam search over a batch of sentences; a beam of one is greedy search. Sentences that are done leave the batch.
 *
 * @param model encoded sentences, one per task and in the same order
 * @param beforeStep awaited before each decoder step; what it throws ends the search (cancellation)
 * @param afterStep hears of the beams, one per task, behind each decoder step
 * @returns for each task its hypotheses, best first, at most `beamSize`
 */
export async function beamSearch(
  model: StepModel,
  tasks: readonly SearchTask[],
  options: SearchOptions,
  beforeStep: () => Promise<void>,
  afterStep?: (searches: readonly SentenceSearch[]) => void,
): Promise<Hypothesis[][]> {
  const searches = tasks.map((task) => new SentenceSearch(task, options));
  const { bos } = options.specialTokens;
  let batch = model;
  let state: DecoderState = model.initialState;
  let stateRows = tasks.length;
  const { shortlist } = model;
  let running: Running[] = searches.map((search, task) => ({
    task,
    search,
    rows: [{ id: bos, parent: 0, stateRow: task }],
  }));
  // Tasks of the sentences in `batch`, some of which may be done.
  let members = tasks.map((_, task) => task);

  while (running.length > 0) {
    await beforeStep();
    if (running.length * 2 <= members.length) {
      batch = batch.select(running.map(({ task }) => members.indexOf(task)));
      members = running.map(({ task }) => task);
    }
    const beams = Math.max(...running.map(({ rows }) => rows.length));
    const layout = layOut(running, members, beams);
    const output = await batch.step(layout.ids, beams, gatherRows(state, stateRows, layout.stateRows));
    state = output.state;
    stateRows = members.length * beams;
    running = running.flatMap((current) => {
      const first = members.indexOf(current.task) * beams;
      const living = current.search.advance(
        current.rows.map((_, beam) => new Scores(rowOf(output.logProbs, first + beam, shortlist.size), shortlist)),
        current.rows.map((_, beam) => rowOf(output.attention, first + beam, batch.sourceLength)),
      );
      const rows = living.map((row) => ({ ...row, stateRow: first + row.parent }));
      return rows.length > 0 ? [{ ...current, rows }] : [];
    });
    afterStep?.(searches);
  }
  return searches.map((search) => search.results());
}

/** Rows of the next step, `[members.length · beams]`; free rows repeat one of the batch and are not read. */
function layOut(
  running: readonly Running[],
  members: readonly number[],
  beams: number,
): { ids: Int32Array; stateRows: number[] } {
  const byTask = new Map(running.map(({ task, rows }) => [task, rows]));
  const filler = running[0]!.rows[0]!;
  const rows = members.flatMap((task) =>
    Array.from({ length: beams }, (_, beam) => byTask.get(task)?.[beam] ?? filler),
  );
  return { ids: Int32Array.from(rows, ({ id }) => id), stateRows: rows.map(({ stateRow }) => stateRow) };
}

function rowOf(tensor: Float32Array, row: number, size: number): Float32Array {
  return tensor.subarray(row * size, (row + 1) * size);
}
