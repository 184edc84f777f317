/** What came in and went out of a meal account. */
import type { Movement } from '@domain/meals/contract/money'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { call, sentence } from '@/platform'
import { Box, Button, Empty, Row, Rows, sayDay, toast, Words } from '@/ui'

type Found = { items: Movement[]; after?: string }

export function Movements({ eater, page, today }: { eater: string; page: Found; today: string }) {
  const [more, setMore] = useState<Found>({ items: [], after: page.after })
  const items = [...page.items, ...more.items]
  const further = async () => {
    try {
      const { movements } = await call('meals.account', { eater, after: more.after })
      setMore({ items: [...more.items, ...movements.items], after: movements.after })
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  if (!items.length) return <Empty title="饭卡还没用过" words="到厨房或社区充值，拿好收据，就能用饭卡付饭钱。" />
  return (
    <Box className="k-stack">
      <Rows>
        {items.map(one => (
          <Row key={one.id} title={one.words} note={`${sayDay(one.day, today)} · ${one.by}`} aside={<Signed fen={one.fen} />} />
        ))}
      </Rows>
      {more.after ? <Button onTap={further}>再往前看</Button> : null}
    </Box>
  )
}

/** +200 元 in green, -8 元. */
export const Signed = ({ fen }: { fen: number }) => (
  <Words className={fen > 0 ? 'k-strong m-in' : 'k-strong'}>{fen > 0 ? `+${yuan(fen)}` : yuan(fen)}</Words>
)
