import * as vscode from 'vscode';
import type { Scope } from './config';

/** Where translations of what is read are shown: below the original, instead of it, or nowhere. */
export type Display = 'off' | 'below' | 'instead';

interface Choice {
  readonly display: Display;
  /** What the setting said then: a setting that was changed later counts more. */
  readonly over: Display;
}

/** How translations are shown in this window: as the setting says, until a command chooses otherwise for this workspace. */
export class WindowChoice {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly memory: vscode.Memento,
    private readonly key: string,
    private readonly setting: (scope: Scope) => Display,
  ) {}

  in(scope: Scope): Display {
    const choice = this.memory.get<Choice>(this.key);
    return choice?.over === this.setting(undefined) ? choice.display : this.setting(scope);
  }

  async choose(display: Display): Promise<void> {
    await this.memory.update(this.key, { display, over: this.setting(undefined) } satisfies Choice);
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
