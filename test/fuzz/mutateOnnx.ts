/** Damage to ONNX graphs that stay protobuf: other sizes, operators and edges, files outside the folder, loops without an end. */
import { bytesField, concat, integerField, readFields, type Field } from '../../engine/backends/protobuf';
import type { Chance } from './random';

/** Numbers of fields and of types in onnx.proto. */
const graphOf = { model: 7 } as const;
const inGraph = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;
const inNode = { input: 1, output: 2, name: 3, operator: 4, attribute: 5 } as const;
const inAttribute = { name: 1, integer: 3, tensor: 5, graph: 6, integers: 8, type: 20 } as const;
const inTensor = { dims: 1, elementType: 2, name: 8, rawData: 9, externalData: 13, dataLocation: 14 } as const;

type Rewrite = (message: Uint8Array) => Uint8Array;
type Damage = (graph: Uint8Array, chance: Chance) => Uint8Array;

const rewriteFields = (message: Uint8Array, change: (field: Field) => Uint8Array): Uint8Array => concat(readFields(message).map(change));

/** Changes one of the fields with that number. */
function rewriteOne(message: Uint8Array, number: number, chance: Chance, change: Rewrite): Uint8Array {
  const places = readFields(message).flatMap((field, index) => (field.number === number && field.content ? [index] : []));
  if (places.length === 0) return message;
  const chosen = chance.of(places);
  return concat(readFields(message).map(({ raw, content }, index) => (index === chosen ? bytesField(number, change(content!)) : raw)));
}

const without = (message: Uint8Array, ...numbers: number[]): Uint8Array =>
  rewriteFields(message, ({ number, raw }) => (numbers.includes(number) ? new Uint8Array() : raw));

const tensorDamage = (change: (tensor: Uint8Array, chance: Chance) => Uint8Array): Damage => (graph, chance) =>
  rewriteOne(graph, inGraph.initializer, chance, (tensor) => change(tensor, chance));

const sizes = [0, 1, -1, 2, 3, 17, 255, 65536, 2 ** 20, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 62];

const otherDims = tensorDamage((tensor, chance) =>
  concat([without(tensor, inTensor.dims), ...Array.from({ length: chance.below(5) }, () => integerField(inTensor.dims, chance.of(sizes)))]));

const otherData = tensorDamage((tensor, chance) => {
  const size = chance.of([0, 1, 4, 100, 10_000]);
  return concat([without(tensor, inTensor.rawData), bytesField(inTensor.rawData, new Uint8Array(size).fill(chance.of([0, 0x7f, 0xff])))]);
});

/** Weights that are no numbers, infinite or very large make every product so. */
const otherWeights = tensorDamage((tensor, chance) =>
  rewriteFields(tensor, ({ number, raw, content }) => {
    if (number !== inTensor.rawData || !content || content.length < 4) return raw;
    const filled = new Float32Array(Math.floor(content.length / 4)).fill(chance.of([NaN, Infinity, -Infinity, 1e38, -1e38, 0]));
    return bytesField(number, new Uint8Array(filled.buffer));
  }));

const otherType = tensorDamage((tensor, chance) => concat([without(tensor, inTensor.elementType), integerField(inTensor.elementType, chance.below(24))]));

const elsewhere = ['../../../etc/passwd', '/etc/passwd', 'encoder.onnx', '../tiny-pack/encoder.onnx', 'manifest.json', '/proc/self/environ', '//server/share', 'a'.repeat(5000)];

const externalData = tensorDamage((tensor, chance) => {
  const entry = (key: string, value: string): Uint8Array => bytesField(inTensor.externalData, concat([bytesField(1, key), bytesField(2, value)]));
  return concat([
    without(tensor, inTensor.rawData),
    entry('location', chance.of(elsewhere)),
    entry('offset', chance.of(['0', '-1', '4096', '18446744073709551615'])),
    entry('length', chance.of(['4', '1024', '9223372036854775807'])),
    integerField(inTensor.dataLocation, 1),
  ]);
});

const operators = [
  'Add', 'MatMul', 'Reshape', 'Transpose', 'Gather', 'Concat', 'Expand', 'Tile', 'Range', 'ConstantOfShape', 'Loop', 'If', 'Scan', 'LSTM',
  'Softmax', 'Split', 'Slice', 'Squeeze', 'Unsqueeze', 'TopK', 'NonZero', 'Identity', 'Cast', 'Shape', 'Resize', 'EinSum', 'Sequence', 'NoSuchOperator', '',
];

const otherOperator: Damage = (graph, chance) =>
  rewriteOne(graph, inGraph.node, chance, (node) => concat([without(node, inNode.operator), bytesField(inNode.operator, chance.of(operators))]));

const otherAttribute: Damage = (graph, chance) =>
  rewriteOne(graph, inGraph.node, chance, (node) =>
    rewriteOne(node, inNode.attribute, chance, (attribute) => concat([without(attribute, inAttribute.integer), integerField(inAttribute.integer, chance.of(sizes))])));

/** Edges to other values: types that do not fit, and cycles. */
const otherEdge: Damage = (graph, chance) => {
  const names = readFields(graph).flatMap(({ number, content }) =>
    number === inGraph.node && content ? readFields(content).flatMap((field) => (field.number <= inNode.output && field.content ? [field.content] : [])) : []);
  if (names.length === 0) return graph;
  return rewriteOne(graph, inGraph.node, chance, (node) => rewriteOne(node, chance.of([inNode.input, inNode.output]), chance, () => chance.of(names)));
};

const dropOrRepeat: Damage = (graph, chance) => {
  const fields = readFields(graph);
  const chosen = chance.below(fields.length);
  const times = chance.of([0, 2, 50]);
  return concat(fields.flatMap(({ raw }, index) => (index === chosen ? Array.from({ length: times }, () => raw) : [raw])));
};

/** A field anywhere gets another number. */
const anyNumber: Damage = (graph, chance) => {
  const fields = readFields(graph);
  const chosen = chance.below(fields.length);
  return concat(fields.map(({ number, raw, content }, index) => {
    if (index !== chosen) return raw;
    if (!content) return integerField(number, chance.of(sizes));
    try {
      return bytesField(number, content.length > 0 && !chance.oneIn(5) ? anyNumber(content, chance) : new Uint8Array(chance.below(64)));
    } catch {
      // A name or data, not a message.
      return bytesField(number, content.slice(0, chance.below(content.length)));
    }
  }));
};

const node = (operator: string, inputs: readonly string[], outputs: readonly string[], ...attributes: Uint8Array[]): Uint8Array =>
  bytesField(inGraph.node, concat([
    ...inputs.map((input) => bytesField(inNode.input, input)),
    ...outputs.map((output) => bytesField(inNode.output, output)),
    bytesField(inNode.operator, operator),
    ...attributes.map((attribute) => bytesField(inNode.attribute, attribute)),
  ]));

/** A tensor without data but `int64` values; no dimension for one value. */
function integerTensor(name: string, elementType: number, values: readonly number[], scalar: boolean): Uint8Array {
  const int64Data = 7;
  const int32Data = 5;
  return concat([
    ...(scalar ? [] : [integerField(inTensor.dims, values.length)]),
    integerField(inTensor.elementType, elementType),
    bytesField(inTensor.name, name),
    ...values.map((value) => integerField(elementType === int64 ? int64Data : int32Data, value)),
  ]);
}

/** Puts nodes between a graph's first output and what made it; `make` gives those that read `from` and write `to`. */
function beforeOutput(graph: Uint8Array, make: (from: string, to: string) => Uint8Array): Uint8Array {
  const output = readFields(graph).find(({ number }) => number === inGraph.output)?.content;
  const name = output && readFields(output).find(({ number }) => number === 1)?.content;
  if (!name) return graph;
  const to = new TextDecoder().decode(name);
  const from = `${to}_before`;
  const renamed = rewriteFields(graph, ({ number, raw, content }) => {
    if (number !== inGraph.node || !content) return raw;
    return bytesField(number, rewriteFields(content, (field) => {
      const isIt = field.number === inNode.output && field.content !== undefined && new TextDecoder().decode(field.content) === to;
      return isIt ? bytesField(inNode.output, from) : field.raw;
    }));
  });
  return concat([renamed, make(from, to)]);
}

const graphAttribute = (name: string, graph: Uint8Array): Uint8Array =>
  concat([bytesField(inAttribute.name, name), bytesField(inAttribute.graph, graph), integerField(inAttribute.type, 5)]);
/** A graph's input or output, a single value where it has an element type. */
function valueNamed(field: number, name: string, elementType?: number): Uint8Array {
  const noDimensions = 2;
  const type = elementType === undefined ? [] : [bytesField(2, bytesField(1, concat([integerField(1, elementType), bytesField(noDimensions, '')])))];
  return bytesField(field, concat([bytesField(1, name), ...type]));
}
const [int64, bool] = [7, 9];

/** A loop whose condition is always true. */
export const endlessLoop: Damage = (graph) =>
  beforeOutput(graph, (from, to) => {
    const body = concat([
      node('Identity', ['going'], ['goes_on']),
      node('Identity', ['held'], ['holds']),
      bytesField(2, 'body'),
      valueNamed(inGraph.input, 'round', int64),
      valueNamed(inGraph.input, 'going', bool),
      valueNamed(inGraph.input, 'held'),
      ...['goes_on', 'holds'].map((name) => valueNamed(inGraph.output, name)),
    ]);
    return concat([
      bytesField(inGraph.initializer, integerTensor('always', bool, [1], true)),
      node('Loop', ['', 'always', from], [to], graphAttribute('body', body)),
    ]);
  });

/** Adds a sum over zeros as large as memory, or larger, that has to be made at run time. */
export const hugeTensor = (elements: number): Damage => (graph) =>
  beforeOutput(graph, (from, to) =>
    concat([
      bytesField(inGraph.initializer, integerTensor('huge_shape', int64, [elements], false)),
      node('ConstantOfShape', ['huge_shape'], ['huge']),
      node('ReduceMax', ['huge'], ['largest']),
      node('Add', [from, 'largest'], [to]),
    ]));

/** Branches in branches. */
const nested = (depth: number): Damage => (graph) =>
  beforeOutput(graph, (from, to) => {
    const other = concat([node('Identity', [from], ['other']), bytesField(2, 'other'), valueNamed(inGraph.output, 'other')]);
    let inner = concat([node('Identity', [from], ['same']), bytesField(2, 'innermost'), valueNamed(inGraph.output, 'same')]);
    for (let level = 0; level < depth; level++) {
      const made = `level_${level}`;
      inner = concat([node('If', ['always'], [made], graphAttribute('then_branch', inner), graphAttribute('else_branch', other)), bytesField(2, made), valueNamed(inGraph.output, made)]);
    }
    return concat([
      bytesField(inGraph.initializer, integerTensor('always', bool, [1], true)),
      node('If', ['always'], [to], graphAttribute('then_branch', inner), graphAttribute('else_branch', other)),
    ]);
  });

const damages: readonly Damage[] = [
  otherDims, otherData, otherWeights, otherType, externalData, otherOperator, otherAttribute, otherEdge, dropOrRepeat, anyNumber, anyNumber,
];
/** Rare, since each of them takes seconds or gigabytes. */
const heavy: readonly Damage[] = [endlessLoop, hugeTensor(2 ** 28), hugeTensor(2 ** 40), nested(3), nested(30)];

export function inGraphOf(model: Uint8Array, change: Rewrite): Uint8Array {
  return rewriteFields(model, ({ number, raw, content }) => (number === graphOf.model && content ? bytesField(number, change(content)) : raw));
}

export function mutatedOnnx(model: Uint8Array, chance: Chance): Uint8Array {
  if (chance.oneIn(100)) return inGraphOf(model, (graph) => chance.of(heavy)(graph, chance));
  if (chance.oneIn(12)) return anyNumber(model, chance);
  let mutated = model;
  for (let count = 1 + chance.below(3); count > 0; count--) {
    try {
      mutated = inGraphOf(mutated, (graph) => chance.of(damages)(graph, chance));
    } catch (error) {
      // What an earlier change has left is no message any more.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return mutated;
}
