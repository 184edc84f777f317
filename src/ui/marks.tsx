/** The small controls of the bar. */
import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { go } from '@/platform/go'
import { useOutbox } from '@/platform/outbox'
import { prefer, usePreferences } from '@/platform/preferences'
import { canSpeak, hush, speak } from '@/platform/speak'
import { Words } from './base'
import { wordsOnPage } from './document'
import { Icon } from './icon'
import { Tap } from './tap'

/** 待上传 2; in red words when something was turned away. Leads to what waits. */
export function Waiting() {
  const parcels = useOutbox(outbox => outbox.parcels)
  const failed = parcels.filter(parcel => parcel.problem).length
  if (!parcels.length) return null
  return (
    <Tap className="k-mark" onTap={() => go('/account/pages/waiting/index')}>
      <Icon name="upload" size={18} tone={failed ? 'bad' : 'soft'} />
      <Words className={failed ? 'k-tone-bad' : undefined}>{failed ? `没传上 ${failed}` : `待上传 ${parcels.length}`}</Words>
    </Tap>
  )
}

/** The way into 长辈版 and out of it, always on the home page. */
export function Modes() {
  const elder = usePreferences(preferences => preferences.elder)
  return (
    <Tap className="k-mark k-mark-mode" onTap={() => prefer({ elder: !elder })}>
      {elder ? '标准版' : '长辈版'}
    </Tap>
  )
}

/** 念给我听: in elder mode and where it is switched on, if this phone can. */
export function Listen() {
  const wanted = usePreferences(({ elder, listen }) => elder || listen)
  return wanted && canSpeak() ? <ListenButton className="k-mark" /> : null
}

export function useListen(): { talking: boolean; toggle: () => void } {
  const [talking, setTalking] = useState(false)
  const stop = () => {
    hush()
    setTalking(false)
  }
  useDidHide(stop)
  useEffect(() => hush, [])
  const toggle = () => {
    if (talking) return stop()
    setTalking(true)
    speak(wordsOnPage(), () => setTalking(false))
  }
  return { talking, toggle }
}

const ListenButton = ({ className }: { className: string }) => {
  const { talking, toggle } = useListen()
  return (
    <Tap className={className} onTap={toggle}>
      <Icon name={talking ? 'stop' : 'speak'} size={20} tone="accent" />
      <Words>{talking ? '别念了' : '念给我听'}</Words>
    </Tap>
  )
}
