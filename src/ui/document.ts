/** H5: what the browser and its screen reader are told about the page in front. */

/** The page's root: Taro keeps visited pages in the document, hidden. */
const front = (): HTMLElement | undefined =>
  Array.from(document.querySelectorAll<HTMLElement>('.k-page'))
    .filter(page => page.offsetParent !== null || page.getClientRects().length > 0)
    .pop()

export function titleOf(title: string): void {
  document.title = `${title} · 两邻`
}

/** Moves the focus to the page's heading, as a browser does when it opens a new page. */
export function focusHeading(): void {
  setTimeout(() => front()?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }), 60)
}

/** The words one can see on the page in front, to be read aloud. */
export function wordsOnPage(): string {
  const main = front()?.querySelector<HTMLElement>('main')
  // innerText, unlike textContent, leaves out what is hidden and keeps the breaks between lines
  // biome-ignore lint/performance/useDomNodeTextContent: only what can be seen is read aloud
  return main?.innerText ?? ''
}
