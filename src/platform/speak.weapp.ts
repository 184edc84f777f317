/** WeChat reads aloud only through a plugin that a public account has to apply for; until then the button is not shown. */
export const canSpeak = (): boolean => false
export function speak(_text: string, ended: () => void): void {
  ended()
}
export function hush(): void {}
