/** In the bundle, the names of ONNX Runtime's packages lead here: there is one runtime, the engine's, and one WASM file. */
import { meetingPlace } from './interface';

export const { InferenceSession, Tensor } = meetingPlace.alignlensRuntime!;
