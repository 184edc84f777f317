/** Reads aloud in Chinese. */

/** Whether this phone can; where it cannot, the button is not shown. */
export const canSpeak = (): boolean => typeof window !== 'undefined' && 'speechSynthesis' in window

/** Says a text, a little slower than usual; `ended` when it is over or was stopped. */
export function speak(text: string, ended: () => void): void {
  const voice = new SpeechSynthesisUtterance(text)
  voice.lang = 'zh-CN'
  voice.rate = 0.9
  voice.onend = voice.onerror = ended
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(voice)
}

export const hush = (): void => window.speechSynthesis?.cancel()
