import type { PaperProps } from './paper'

export type { PaperProps }
/** WeChat cannot print: pages say where it can be done. */
export const canPrint = false
export const Paper = (_: PaperProps) => null
export const printPaper = async (): Promise<void> => {}
