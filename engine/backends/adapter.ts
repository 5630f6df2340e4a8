/** Where WebGPU runs. */
export interface PresentAdapter {
  /** Vendor, architecture and model, as far as the browser tells. */
  readonly description: string;
  /** Description and browser: after an update of the browser, what was timed before says little. */
  readonly key: string;
  /** A processor that pretends to be a graphics card. */
  readonly software: boolean;
}

/** Where WebGPU would run, or why it cannot. */
export type Adapter = PresentAdapter | { readonly missing: string };

/** As much of the browser's WebGPU as is asked here; its types are no part of TypeScript. */
interface Gpu {
  requestAdapter(options: { readonly powerPreference: 'high-performance' }): Promise<GpuAdapter | null>;
}

interface GpuAdapter {
  readonly info: Readonly<Record<'vendor' | 'architecture' | 'device' | 'description', string>> & { readonly isFallbackAdapter?: boolean };
}

/** Not every browser says of its adapter that it is software. */
const softwareNames = /swiftshader|llvmpipe|lavapipe|basic render|\bwarp\b/iu;

export function hasWebgpu(): boolean {
  return gpu() !== undefined;
}

export async function findAdapter(): Promise<Adapter> {
  const webgpu = gpu();
  if (!webgpu) return { missing: 'the extension host has no WebGPU' };
  if (!('Suspending' in WebAssembly)) return { missing: 'the browser has no JavaScript Promise Integration, which ONNX Runtime needs for WebGPU' };
  const adapter = await webgpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return { missing: 'the browser offers no graphics adapter' };
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const words = [vendor, architecture, device, description].filter((word) => word !== '').join(' ') || 'an adapter without a name';
  return { description: words, key: `${words}, ${navigator.userAgent}`, software: isFallbackAdapter === true || softwareNames.test(words) };
}

function gpu(): Gpu | undefined {
  return (globalThis as { navigator?: { gpu?: Gpu } }).navigator?.gpu;
}
