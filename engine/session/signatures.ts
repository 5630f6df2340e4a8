import type { Manifest } from '../pack/manifest';
import type { GraphPorts, GraphSignature } from './ortBackend';

/** What the graphs of a pack must take and give for this manifest. */
export function graphSignatures(manifest: Manifest): Record<'encoder' | 'decoder' | 'output', GraphSignature> {
  const { embedding, hidden } = manifest.architecture;
  const states = (prefix: string, rank: readonly null[]): GraphPorts =>
    Object.fromEntries(
      manifest.state.map((name) => [
        prefix + name,
        { type: 'float32', dims: [...rank, manifest.stateSizes[name] ?? null] } as const,
      ]),
    );
  const float = (...dims: (number | null)[]): GraphPorts[string] => ({ type: 'float32', dims });
  const int = (...dims: (number | null)[]): GraphPorts[string] => ({ type: 'int32', dims });
  const encoder: GraphSignature = {
    inputs: { ids: int(null, null), lengths: int(null) },
    outputs: {
      memory: float(null, null, null),
      keys: float(null, null, null),
      ...states('', [null]),
      ...(manifest.architecture.pooling === 'attention' ? { salience_scores: float(null, null) } : {}),
    },
  };
  const layer: GraphPorts = manifest.quantization === 'int8'
    ? { output_weight: { type: 'int8', dims: [embedding, null] }, output_scale: float(null), output_bias: float(null) }
    : { output_weight: float(embedding, null), output_bias: float(null) };
  const lexicon: GraphPorts = { lexicon: float(null, null, null), unigram: float(null) };
  const decoder: GraphSignature = {
    inputs: {
      ids: int(null, null),
      ...layer,
      ...states('', [null, null]),
      memory: float(null, null, null),
      keys: float(null, null, null),
      mask: float(null, null),
      ...(manifest.lexicon ? lexicon : {}),
    },
    outputs: {
      log_probs: float(null, null, null),
      attention: float(null, null, null),
      ...states('next_', [null, null]),
      ...Object.fromEntries(tracedOutputs(manifest).map((name) => [name, float(null, null, name === 'energies' ? null : hidden)])),
    },
  };
  return { encoder, decoder, output: { inputs: { columns: int(null) }, outputs: layer } };
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
