/** Where the phone was: shown with its accuracy, never a barrier. */
import { useState } from 'react'
import { locate } from '@/platform'
import { Box, Button, Tag, Words } from '@/ui'
import type { Filling } from './draft'

/** Beyond this (metres) the place says little, and it is said so. */
const FAR = 100

export interface PlaceProps {
  place: Filling['place']
  onChange: (place: Filling['place']) => void
}

export function PlacePart({ place, onChange }: PlaceProps) {
  const [problem, setProblem] = useState('')
  const find = async () => {
    setProblem('')
    const spot = await locate()
    if (spot) onChange(spot)
    else setProblem('手机没给位置，不记也不要紧')
  }
  return (
    <Box className="k-field">
      <Box className="k-label">地点</Box>
      {place ? (
        <Box className="k-line">
          <Words className="k-text">{`记下了，误差约 ${Math.round(place.accuracy)} 米`}</Words>
          {place.accuracy > FAR ? <Tag tone="warn">不太准，只作参考</Tag> : null}
          <Button kind="quiet" onTap={() => onChange(undefined)}>
            不记了
          </Button>
        </Box>
      ) : (
        <Button icon="place" onTap={find}>
          记下现在的地点
        </Button>
      )}
      <Box aria={{ role: 'status' }}>{problem ? <Box className="k-hint">{problem}</Box> : null}</Box>
    </Box>
  )
}
