import Taro from '@tarojs/taro'
import { create } from 'zustand'

/** `online`: whether there is a connection as far as anybody can tell: what the phone says, corrected by whether calls were answered. */
export const useNetwork = create<{ online: boolean }>(() => ({ online: true }))

const back = new Set<() => void>()

/** Runs when the connection may be back: the phone says so, or the app comes to the front. Returns how to stop. */
export function onBack(work: () => void): () => void {
  back.add(work)
  return () => back.delete(work)
}

/** Told by everything that waited for an answer: an answer proves a connection, no answer makes it doubtful. */
export function answered(yes: boolean): void {
  if (useNetwork.getState().online !== yes) useNetwork.setState({ online: yes })
}

/** Told by the app when it comes to the front. */
export function cameBack(): void {
  for (const work of back) work()
}

/** Starts listening to the phone; once, at launch. */
export function watchNetwork(): void {
  Taro.getNetworkType({ success: ({ networkType }) => useNetwork.setState({ online: networkType !== 'none' }) })
  Taro.onNetworkStatusChange(({ isConnected }) => {
    useNetwork.setState({ online: isConnected })
    if (isConnected) cameBack()
  })
}
