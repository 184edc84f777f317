/** H5: WeChat's messages are asked for inside WeChat alone. */
export type Answered = { template: string; answer: 'accept' | 'reject' | 'ban' | 'filter' }

export const canSubscribe = (): boolean => false

/** Shows WeChat's question about messages; null when it was not shown. */
export const subscribe = async (_templates: readonly string[]): Promise<Answered[] | null> => null
