/** What a person can see of a page. */

/** Shown, not only rendered: neither hidden, nor see-through, nor one of the 1 px boxes meant for screen readers alone. */
export function isSeen(element: Element): boolean {
  const box = element.getBoundingClientRect()
  return box.width > 1 && box.height > 1 && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
}

const isSpokenOnly = (element: Element) => element.closest('.k-unseen') !== null

/** Every text node on the page that is seen, with the element it stands in. */
export function seenTexts(root: Element): { element: Element; text: string }[] {
  const found: { element: Element; text: string }[] = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const element = node.parentElement
    if (!text || !element || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) continue
    if (isSeen(element) && !isSpokenOnly(element)) found.push({ element, text })
  }
  return found
}

/** A short way to name an element in a report: 'main > button.k-button-primary "记下"'. */
export function nameElement(element: Element): string {
  const one = (it: Element) =>
    it.tagName.toLowerCase() +
    [...it.classList]
      .slice(0, 2)
      .map(name => `.${name}`)
      .join('')
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 24)
  return `${element.parentElement ? `${one(element.parentElement)} > ` : ''}${one(element)}${words ? ` "${words}"` : ''}`
}
