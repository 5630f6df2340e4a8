/** Runs a bundled suite inside an extension host, beside the installed extension. */
import { join } from 'node:path';
import { bundleHostSuite } from '../../scripts/lib/hostSuite.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { screenshotMark } from './hostCases';
import { leavesMachine, saveScreenshot, startBrowser, startServer, type Host } from './hosts';

export interface SuiteRun {
  readonly exitCode: number;
  /** What the suite wrote. */
  readonly lines: readonly string[];
  /** Asked of other machines by the pages, frames and workers, or by the server's own processes. */
  readonly outsideRequests: readonly string[];
}

/** @param options the folders of installed extensions and to open; see `bundleHostSuite` for the others */
export async function runSuite(
  host: Host,
  { extensionsDir, folder, ...options }: { readonly extensionsDir: string; readonly folder: string; readonly suite?: string; readonly expected?: object },
): Promise<SuiteRun> {
  const extensionDir = join(root, `test-results/suite-${options.suite ?? 'host'}`);
  const suite = await bundleHostSuite(extensionDir, host === 'node' ? 'node' : 'browser', options);
  return runBundledSuite(host, { extensionDir, extensionsDir, folder, suite });
}

/** @param options what is served, with the path of a bundled suite */
export async function runBundledSuite(host: Host, options: Parameters<typeof startServer>[1]): Promise<SuiteRun> {
  const { url, close, outsideRequests } = await startServer(host, options);
  const context = await startBrowser();
  try {
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    const page = context.pages()[0] ?? (await context.newPage());
    const lines: string[] = [];
    // The workbench calls these two for the suite.
    await page.exposeFunction('codeAutomationLog', async (_type: string, texts: unknown[]) => {
      const line = texts.join(' ');
      lines.push(line);
      if (line.startsWith(screenshotMark)) await saveScreenshot(page, line.slice(screenshotMark.length));
    });
    const exitCode = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.goto(url);
    return { exitCode: await exitCode, lines, outsideRequests: [...requests.filter(leavesMachine), ...(await outsideRequests())] };
  } finally {
    await context.close();
    close();
  }
}
