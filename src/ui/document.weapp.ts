/** WeChat tells its screen reader itself. */
export function titleOf(_title: string): void {}
export function focusHeading(): void {}
export const wordsOnPage = (): string => ''
