/** Drives VS Code in Chromium the way a person does: keys, clicks, and what is on the screen. */
import type { BrowserContext, Frame, Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { EditorServer } from '../../scripts/lib/codeServer.mjs';
import { isOfBuiltInView } from './builtInView';
import { defaultHost, displayIn, leavesMachine, saveScreenshot, startBrowser, startServer, viewport, type Host } from './hosts';

/** Slow enough for a busy two-core machine. */
const patience = 60_000;

export interface OpenOptions {
  readonly host?: Host;
  /** Display language of extensions, as a tag; the workbench's own words stay English, as no language pack is there. */
  readonly language?: string;
}

export class Workbench {
  /** Addresses of everything that any page, frame or worker asked for. */
  readonly requests: string[] = [];
  /** Uncaught errors of the pages. */
  readonly pageErrors: string[] = [];

  private constructor(readonly page: Page, private readonly context: BrowserContext, private readonly server: EditorServer) {}

  /** Starts the server and a fresh browser, and waits until the extension is active. */
  static async open(extensionDir: string, folder: string, { host = defaultHost(), language }: OpenOptions = {}): Promise<Workbench> {
    return Workbench.on(await startServer(host, { extensionDir, folder }), language);
  }

  /** The same with what is installed, and nothing in development. */
  static async openInstalled(extensionsDir: string, folder: string, host: Host): Promise<Workbench> {
    return Workbench.on(await startServer(host, { extensionsDir, folder }));
  }

  /** The same with a folder that the user does not trust yet; in the Node host. */
  static async openRestricted(extensionDir: string, folder: string): Promise<Workbench> {
    return Workbench.on(await startServer('node', { extensionDir, folder, restricted: true }));
  }

  private static async on(server: EditorServer, language?: string): Promise<Workbench> {
    const context = await startBrowser();
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(page, context, server);
    context.on('request', (request) => workbench.requests.push(request.url()));
    page.on('pageerror', ({ stack, message }) => isOfBuiltInView(stack) || workbench.pageErrors.push(stack ?? message));
    if (language !== undefined) await displayIn(context, language);
    await page.goto(server.url);
    await workbench.waitUntilActive();
    return workbench;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.waitUntilActive();
  }

  /** Leaves the folder for a window without any; in the Node host. */
  async leaveFolder(): Promise<void> {
    const address = new URL(this.server.url);
    address.searchParams.delete('folder');
    address.searchParams.set('ew', 'true');
    await this.page.goto(address.href);
    await this.waitUntilActive();
  }

  async close(): Promise<void> {
    await this.context.close();
    this.server.close();
  }

  /** What was asked of any other machine, by a page or by the server's own processes. Empty, or a test fails. */
  async outsideRequests(): Promise<string[]> {
    return [...this.requests.filter(leavesMachine), ...(await this.server.outsideRequests())];
  }

  /** Saves the window, or a part of it, under test-results/. */
  async screenshot(name: string, part?: Locator): Promise<void> {
    await saveScreenshot(part ?? this.page, name);
  }

  /** Makes the window as small, in CSS pixels, as the browser's own zoom does. */
  async enlarge(factor: number): Promise<void> {
    await this.page.setViewportSize({ width: viewport.width / factor, height: viewport.height / factor });
  }

  /** The item of our own in the status bar. */
  status(): Locator {
    return this.page.locator('[id="alignlens.alignlens.alignlens.status"]');
  }

  /** The words that a summary has highlighted in the editors. */
  highlights(): Locator {
    return this.page.locator('.view-overlays .cdr[class*="TextEditorDecorationType"]');
  }

  /** The hover at the cursor, once it holds the text. */
  async hover(containing: string | RegExp): Promise<Locator> {
    await this.runCommand('Show or Focus Hover');
    const hover = this.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: containing }).first();
    await hover.waitFor();
    return hover;
  }

  /** Runs a command by its title, from the command palette. */
  async runCommand(title: string): Promise<void> {
    const input = await this.startCommand(title);
    await input.waitFor({ state: 'hidden' });
  }

  /** Runs a command that asks for something in the palette's place. */
  async startCommand(title: string): Promise<Locator> {
    await this.page.keyboard.press('F1');
    return this.pick(`>${title}`, title);
  }

  /** Runs a command that asks for a choice, and takes the entry with this label. */
  async runCommandAndChoose(title: string, label: string): Promise<void> {
    await this.startCommand(title);
    await this.choose(label);
  }

  /** Takes the entry with this label from the list that a command shows. */
  async choose(label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    // The palette itself shows the command's title, and a row of it, a moment longer.
    await vi.waitUntil(async () => (await input.inputValue()) === '', { timeout: patience, interval: 50 });
    await this.pick(label, label);
    // The next question, where there is one, takes the place of this one.
    await vi.waitUntil(async () => !(await input.isVisible()) || (await input.inputValue()) !== label, { timeout: patience, interval: 50 });
  }

  /** Opens a file of the folder by its name, from the explorer (this server has no file search). */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).first();
    const tab = this.page.locator(`.tab.active[data-resource-name="${name}"]`);
    // An explorer that moves to the file in front at this moment draws its rows anew, without the click.
    await vi.waitUntil(async () => {
      await row.dblclick();
      return appears(tab);
    }, { timeout: patience, interval: 100 });
    // The tab comes before its text: until then, the editor in front is still that of the file before.
    await this.page.locator(`.monaco-editor.focused[data-uri$="/${name}"]`).waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
  }

  /** Puts the cursor somewhere; lines and columns count from 1. */
  async goTo({ line, column }: { line: number; column: number }): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Gives the focus from the panel beside back to the first editor; what is selected there stays. */
  async focusEditor(): Promise<void> {
    await this.page.locator('.editor-group-container').first().click({ position: { x: 60, y: 12 } });
  }

  /**
   * Waits until the first editor has selected the part of its text that begins at an offset; gives it the focus, as the
   * status bar does not follow an editor without.
   */
  async waitForSelection(text: string, offset: number, length: number, timeout = patience): Promise<void> {
    const lines = text.slice(0, offset + length).split('\n');
    const place = `Ln ${lines.length}, Col ${lines.at(-1)!.length + 1} (${length} selected)`;
    const status = this.page.locator('[id="status.editor.selection"]').filter({ hasText: place });
    // By its key: a click on the tab would open the editor anew, without the selection that is on its way to it. Again, as
    // the focus goes back to the view where its click is handled behind the key.
    await vi.waitUntil(async () => {
      await this.page.keyboard.press('Control+1');
      return appears(status);
    }, { timeout, interval: 50 });
  }

  /** Accepts the dialog that asks for a file; one that is still at work takes no key. */
  async acceptFileDialog(): Promise<void> {
    const dialog = this.page.locator('.quick-input-widget');
    const path = dialog.locator('input').first(); // The palette has gone once it proposes a path.
    await vi.waitUntil(async () => (await path.isVisible()) && (await path.inputValue()).startsWith('/'), { timeout: patience, interval: 50 });
    const accepted = async (): Promise<boolean> => {
      if (await dialog.isVisible()) await this.page.keyboard.press('Enter');
      await this.page.waitForTimeout(700); // One that checks the path goes and comes back.
      return !(await dialog.isVisible());
    };
    await vi.waitUntil(accepted, { timeout: patience, interval: 1000 });
  }

  async selectAll(): Promise<void> {
    await this.page.keyboard.press('Control+A');
  }

  /** The whole text of the editor in front; moves the selection. */
  async documentText(): Promise<string> {
    await this.selectAll();
    return this.selectedText();
  }

  /** What is selected in the editor in front. */
  async selectedText(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText('(nothing was copied)'));
    await this.page.keyboard.press('Control+C');
    await this.page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '(nothing was copied)');
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Waits until the text of the editor in front is `expected`; fails with the difference. */
  async waitForText(check: (text: string) => boolean): Promise<string> {
    const deadline = Date.now() + patience;
    for (;;) {
      // Reading selects: a command that has just been run must have seen the selection that was there.
      await this.page.waitForTimeout(300);
      const text = await this.documentText();
      if (check(text) || Date.now() > deadline) return text;
    }
  }

  /** Waits for a notification and dismisses it. */
  async notification(containing: RegExp): Promise<void> {
    const message = this.page.locator('.notification-list-item-message').filter({ hasText: containing }).first();
    await message.waitFor();
    await this.runCommand('Notifications: Clear All Notifications');
    await message.waitFor({ state: 'hidden' });
  }

  async waitUntilIdle(): Promise<void> {
    await this.status().filter({ hasText: '→' }).waitFor();
  }

  /** The document inside the webview in front. */
  async webview(): Promise<Frame> {
    const outer = await this.page.locator('iframe.webview.ready').first().elementHandle();
    const outerFrame = await outer.contentFrame();
    const inner = await outerFrame?.waitForSelector('iframe#active-frame');
    const frame = await inner?.contentFrame();
    if (!frame) throw new Error('the webview has no document');
    return frame;
  }

  private async pick(query: string, label: string): Promise<Locator> {
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(query);
    // Until the list is filtered, Enter would take what was used last.
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: label }).waitFor();
    await this.page.keyboard.press('Enter');
    return input;
  }

  private async waitUntilActive(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor();
    await this.waitUntilIdle();
  }
}

/** Whether something is there within seconds: sooner than it is worth to try again. */
function appears(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 3000 }).then(() => true, () => false);
}
