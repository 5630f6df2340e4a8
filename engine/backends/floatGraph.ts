/**
 * Makes a decoder step that WebGPU can run of a quantized one: GPUs have no kernels for `DynamicQuantizeLinear` and
 * `MatMulInteger`. Weights stay int8 in the file; ONNX Runtime makes floats of them when it loads the graph.
 */
import { bytesField, concat, integerField, readFields, type Field } from './protobuf';

/** Numbers of fields and of types in onnx.proto. */
const onnx = {
  model: { graph: 7 },
  graph: { node: 1, initializer: 5, input: 11, valueInfo: 13 },
  node: { input: 1, output: 2, name: 3, operator: 4, attribute: 5, domain: 7 },
  attribute: { name: 1, integer: 3, integers: 8, type: 20, integerType: 2, integersType: 7 },
  tensor: { elementType: 2, int32Data: 5, name: 8, rawData: 9 },
  valueInfo: { type: 2 },
  type: { tensor: 1 },
  tensorType: { elementType: 1 },
  float: 1,
  int8: 3,
} as const;

/** Says which part of a graph has no float counterpart. */
export class NotConvertibleError extends Error {}

/**
 * The same graph with float products in place of integer ones; int8 inputs become float32 inputs of the same whole numbers.
 * A graph without quantized products comes back equal in effect.
 *
 * @throws NotConvertibleError for quantized operators of other kinds and weights with a zero point
 */
export function floatGraph(model: Uint8Array): Uint8Array {
  return rewrite(model, (field) => (field.number === onnx.model.graph ? bytesField(onnx.model.graph, rewriteGraph(content(field))) : field.raw));
}

function rewriteGraph(graph: Uint8Array): Uint8Array {
  const initializers = readFields(graph).flatMap((field) => (field.number === onnx.graph.initializer ? content(field) : []));
  const weights = new Map(initializers.map((tensor) => [text(tensor, onnx.tensor.name), tensor]));
  return rewrite(graph, (field) => {
    switch (field.number) {
      case onnx.graph.node:
        return rewriteNode(field, weights);
      case onnx.graph.input:
        return bytesField(onnx.graph.input, floatInput(content(field)));
      case onnx.graph.valueInfo:
        // Types of what lies between nodes: the runtime finds them out again.
        return new Uint8Array();
      default:
        return field.raw;
    }
  });
}

function rewriteNode(field: Field, weights: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const node = content(field);
  const operator = text(node, onnx.node.operator);
  const inputs = texts(node, onnx.node.input);
  const outputs = texts(node, onnx.node.output);
  if (operator === 'DynamicQuantizeLinear') {
    // x = 1 · x: what is multiplied by the scale later stays right, and the zero point is nobody's any more.
    return concat([newNode('Identity', [inputs[0]!], outputs[0]!), bytesField(onnx.graph.initializer, one(outputs[1]!))]);
  }
  if (operator === 'MatMulInteger') {
    const [left, right, , zeroPoint] = inputs as [string, string, ...string[]];
    if (zeroPoint !== undefined && !isZero(weights.get(zeroPoint))) throw new NotConvertibleError(`the weights ${right} have a zero point`);
    if (!weights.has(right)) return newNode('MatMul', [left, right], outputs[0]!);
    const floats = `${right}_float`;
    return concat([newNode('Cast', [right], floats, castToFloat), newNode('MatMul', [left, floats], outputs[0]!)]);
  }
  // Of an integer input, which is a float one now.
  if (operator === 'DequantizeLinear' && inputs.length === 2 && !weights.has(inputs[0]!)) return newNode('Mul', inputs, outputs[0]!);
  if (operator === 'LogSoftmax') return logSoftmax(inputs[0]!, outputs[0]!);
  if (text(node, onnx.node.domain) !== '' || /Quantize|Integer|^QLinear/u.test(operator)) throw new NotConvertibleError(`the operator ${operator}`);
  return field.raw;
}

/** x − max − ln Σ exp(x − max) over the last axis: WebGPU has kernels for each of these, and none for `LogSoftmax`. */
function logSoftmax(input: string, output: string): Uint8Array {
  const [largest, lower, total] = ['largest', 'lower', 'total'].map((part) => `${output}_${part}`) as [string, string, string];
  return concat([
    newNode('ReduceMax', [input], largest, overLastAxis),
    newNode('Sub', [input, largest], lower),
    newNode('ReduceLogSumExp', [lower], total, overLastAxis),
    newNode('Sub', [lower, total], output),
  ]);
}

function newNode(operator: string, inputs: readonly string[], output: string, ...attributes: Uint8Array[]): Uint8Array {
  const { node } = onnx;
  return bytesField(
    onnx.graph.node,
    concat([
      ...inputs.map((input) => bytesField(node.input, input)),
      bytesField(node.output, output),
      bytesField(node.name, `${output}_made`),
      bytesField(node.operator, operator),
      ...attributes.map((attribute) => bytesField(node.attribute, attribute)),
    ]),
  );
}

/** Up to opset 17, axes are an attribute; the sizes of what is reduced stay, as 1. */
const overLastAxis = concat([
  bytesField(onnx.attribute.name, 'axes'),
  integerField(onnx.attribute.integers, -1),
  integerField(onnx.attribute.type, onnx.attribute.integersType),
]);

const castToFloat = concat([
  bytesField(onnx.attribute.name, 'to'),
  integerField(onnx.attribute.integer, onnx.float),
  integerField(onnx.attribute.type, onnx.attribute.integerType),
]);

/** A tensor without dimensions that holds 1. */
function one(name: string): Uint8Array {
  const { tensor } = onnx;
  const value = new Uint8Array(4);
  new DataView(value.buffer).setFloat32(0, 1, true);
  return concat([integerField(tensor.elementType, onnx.float), bytesField(tensor.name, name), bytesField(tensor.rawData, value)]);
}

function isZero(tensor: Uint8Array | undefined): boolean {
  const { int32Data, rawData } = onnx.tensor;
  return tensor !== undefined && readFields(tensor).every(({ number, content }) => (number !== int32Data && number !== rawData) || content?.every((byte) => byte === 0));
}

function floatInput(info: Uint8Array): Uint8Array {
  const { valueInfo, type, tensorType } = onnx;
  const inside = (message: Uint8Array, number: number, change: (inner: Uint8Array) => Uint8Array): Uint8Array =>
    rewrite(message, (field) => (field.number === number ? bytesField(number, change(content(field))) : field.raw));
  return inside(info, valueInfo.type, (whole) =>
    inside(whole, type.tensor, (tensor) => {
      const int8 = integerField(tensorType.elementType, onnx.int8);
      return rewrite(tensor, ({ raw }) => (raw.length === int8.length && raw.every((byte, i) => byte === int8[i]) ? integerField(tensorType.elementType, onnx.float) : raw));
    }),
  );
}

function rewrite(message: Uint8Array, change: (field: Field) => Uint8Array): Uint8Array {
  return concat(readFields(message).map(change));
}

function content({ number, content }: Field): Uint8Array {
  if (content === undefined) throw new RangeError(`field ${number} is of the wrong kind`);
  return content;
}

function texts(message: Uint8Array, number: number): string[] {
  return readFields(message).flatMap((field) => (field.number === number ? new TextDecoder().decode(content(field)) : []));
}

function text(message: Uint8Array, number: number): string {
  return texts(message, number)[0] ?? '';
}
