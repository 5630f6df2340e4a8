import { EngineClient } from '../engine/client';
import type { EngineHost } from '../engine/host';
import type { ContinueRequest, ExplainRequest, Explanation } from '../engine/protocol/explanation';
import type { AlignedPair, AlignRequest, SummarizeRequest, Summary, TranslateRequest, Translation } from '../engine/protocol/result';
import { toAlignLensError, type RequestOptions } from '../engine/protocol/rpc';
import type { Log } from './log';

/** The engine with a line in the log for each request, at the level "debug": how many texts, how long; never what they say. */
export class LoggedEngine extends EngineClient {
  constructor(
    host: EngineHost,
    private readonly log: Pick<Log, 'write'>,
  ) {
    super(host);
  }

  override translate(request: TranslateRequest, options?: RequestOptions): Promise<Translation[]> {
    return this.timed('translate', request.texts.length, super.translate(request, options));
  }

  override summarize(request: SummarizeRequest, options?: RequestOptions): Promise<Summary[]> {
    return this.timed('summarize', request.texts.length, super.summarize(request, options));
  }

  override align(request: AlignRequest, options?: RequestOptions): Promise<AlignedPair[]> {
    return this.timed('align', request.pairs.length, super.align(request, options));
  }

  override explain(request: ExplainRequest, options?: RequestOptions): Promise<Explanation> {
    return this.timed('explain', 1, super.explain(request, options));
  }

  override continue(request: ContinueRequest, options?: RequestOptions): Promise<Translation> {
    return this.timed('continue', 1, super.continue(request, options));
  }

  private async timed<T>(method: string, texts: number, answer: Promise<T>): Promise<T> {
    const start = performance.now();
    const note = (outcome: string): void => {
      this.log.write('debug', `${method}: ${texts} ${texts === 1 ? 'text' : 'texts'}, ${outcome} after ${Math.round(performance.now() - start)} ms`);
    };
    try {
      const result = await answer;
      note('answered');
      return result;
    } catch (error) {
      note(toAlignLensError(error).code);
      throw error;
    }
  }
}
