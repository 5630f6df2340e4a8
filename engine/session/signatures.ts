import type { Manifest } from '../pack/manifest';
import type { GraphPorts, GraphSignature } from './ortBackend';

/**
 * What the graphs of a pack must take and give for this manifest: N sentences of S source subwords, B hypotheses of each, C target
 * subwords that are scored.
 */
export function graphSignatures(manifest: Manifest): Record<'encoder' | 'decoder' | 'output', GraphSignature> {
  const { embedding, hidden } = manifest.architecture;
  const states = (prefix: string, rank: readonly string[]): GraphPorts =>
    Object.fromEntries(
      manifest.state.map((name) => [
        prefix + name,
        { type: 'float32', dims: [...rank, manifest.stateSizes[name] ?? null] } as const,
      ]),
    );
  const float = (...dims: (number | string | null)[]): GraphPorts[string] => ({ type: 'float32', dims });
  const int = (...dims: string[]): GraphPorts[string] => ({ type: 'int32', dims });
  const encoder: GraphSignature = {
    inputs: { ids: int('N', 'S'), lengths: int('N') },
    outputs: {
      memory: float('N', 'S', null),
      keys: float('N', 'S', null),
      ...states('', ['N']),
      ...(manifest.architecture.pooling === 'attention' ? { salience_scores: float('N', 'S') } : {}),
    },
  };
  const layer: GraphPorts = manifest.quantization === 'int8'
    ? { output_weight: { type: 'int8', dims: [embedding, 'C'] }, output_scale: float('C'), output_bias: float('C') }
    : { output_weight: float(embedding, 'C'), output_bias: float('C') };
  const lexicon: GraphPorts = { lexicon: float('N', 'S', 'C'), unigram: float('C') };
  const decoder: GraphSignature = {
    inputs: {
      ids: int('N', 'B'),
      ...layer,
      ...states('', ['N', 'B']),
      memory: float('N', 'S', null),
      keys: float('N', 'S', null),
      mask: float('N', 'S'),
      ...(manifest.lexicon ? lexicon : {}),
    },
    outputs: {
      log_probs: float('N', 'B', 'C'),
      attention: float('N', 'B', 'S'),
      ...states('next_', ['N', 'B']),
      ...Object.fromEntries(tracedOutputs(manifest).map((name) => [name, float('N', 'B', name === 'energies' ? 'S' : hidden)])),
    },
  };
  return { encoder, decoder, output: { inputs: { columns: int('C') }, outputs: layer } };
}

/** The decoder's step without quantization: what is int8 is given as float32, the same whole numbers. */
export function floatDecoderSignature(manifest: Manifest): GraphSignature {
  const { inputs, outputs } = graphSignatures(manifest).decoder;
  const floats = Object.entries(inputs).map(([name, port]) => [name, port.type === 'int8' ? { ...port, type: 'float32' as const } : port]);
  return { inputs: Object.fromEntries(floats) as GraphPorts, outputs };
}

/** Outputs of the decoder that only explanations ask for, by their names in the graph. */
export function tracedOutputs({ architecture }: Manifest): string[] {
  const plain = ['energies', 'gate_f', 'gate_i', 'gate_o', 'context', 'attentional'];
  return architecture.cell === 'regated' ? [...plain, 'second_gate', 'output_state'] : plain;
}
