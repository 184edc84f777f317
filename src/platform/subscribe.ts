/** H5: WeChat's messages are asked for inside WeChat alone. */
export type Answered = { template: string; answer: 'accept' | 'reject' | 'ban' | 'filter' }

export const canSubscribe = (): boolean => false

/** A code that says to our server whose phone this is; inside WeChat alone. */
export const phoneCode = async (): Promise<string | undefined> => undefined

/** Shows WeChat's question about messages; null when it was not shown. */
export const subscribe = async (_templates: readonly string[]): Promise<Answered[] | null> => null
