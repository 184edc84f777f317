/** Ordering in 长辈版: one question a screen, the answer leads on, one can always go back. */
import { type ReactNode, useState } from 'react'
import { dial } from '@/platform'
import { Box, Button, Callout, Card, Entries, Entry, money, Page, Price, Stepper } from '@/ui'
import { byKind, isFree, type Offer, portionsIn, put, roomFor } from './basket'
import { Menu } from './dishes'
import type { Ordering } from './ordering'
import { menuWords, phoneOf } from './slotcard'
import { keyOf } from './slots'
import { WayPart } from './terms'
import { sayCutoff, sayDate, sayLines, sayMeal, sayOthers, sayOwn, sayWhy, WAYS } from './words'

type Step = 'day' | 'dish' | 'more' | 'way' | 'sure'

/** Six at most fit a screen and a head: days, or three dishes and three other ways. */
const SIX = 6
const THREE = 3

export function ElderOrder({ ordering, band }: { ordering: Ordering; eater: string; band: ReactNode }) {
  const { at, slot, chosen, choose, changing, look, send, problem, quotes, picked } = ordering
  const { table, slots, now } = at
  const [step, setStep] = useState<Step>(() => (changing || (chosen && portionsIn(chosen)) ? 'sure' : 'dish'))
  if (!table || !slot || !chosen) return null
  const meal = sayMeal(slot.day, slot.meal, table.today)
  const phone = phoneOf(table, slot.kitchen)
  const free = isFree(slot, now, changing)
  const days = slots.filter(one => isFree(one, now))
  const pick = (item: Offer) => {
    choose(put({ ...chosen, lines: {}, accepted: [] }, item.dish, 1))
    setStep('sure')
  }
  const heading = { day: '哪一天', dish: `${meal}吃什么`, more: '还要什么', way: '怎么吃', sure: `${meal}，这样订` }[step]
  const price = quotes.prices[keyOf(slot)]
  const lines = slot.items.flatMap(({ dish, name }) => (chosen.lines[dish] ? [{ name, quantity: chosen.lines[dish] }] : []))
  const footer =
    step === 'sure' ? (
      <>
        {problem ? (
          <Callout tone="bad" icon="alert" alert>
            {problem}
          </Callout>
        ) : null}
        <Button kind="primary" big disabled={!picked.length} onTap={send}>
          {changing ? '改成这样' : `订上${price ? `，${money(price.payers.eater)}` : ''}`}
        </Button>
      </>
    ) : step === 'more' || step === 'way' ? (
      <Button kind="primary" big onTap={() => setStep('sure')}>
        好了
      </Button>
    ) : undefined
  return (
    <Page title={changing ? '改一改' : '订饭'} heading={heading} at={at.from.at} footer={footer}>
      {band}
      {!free && step !== 'day' ? <Callout tone="info">{slot.why ?? `${meal}现在订不了`}</Callout> : null}
      {step === 'day' ? (
        <Entries>
          {days.slice(0, SIX).map(one => (
            <Entry
              key={keyOf(one)}
              title={sayDate(one.day, table.today)}
              note={menuWords(one)}
              onTap={() => {
                look(keyOf(one))
                setStep('dish')
              }}
            />
          ))}
        </Entries>
      ) : null}
      {step === 'dish' ? (
        <Box className="k-stack">
          <Box className="k-note">{sayCutoff(slot.cutoff, now)}</Box>
          {free ? <Mains slot={slot} onPick={pick} /> : null}
          <Entries>
            {free ? <Entry icon="list" title="看全部的菜" onTap={() => setStep('more')} /> : null}
            {changing ? null : <Entry icon="calendar" title="换一天" onTap={() => setStep('day')} />}
            {phone ? <Entry icon="phone" title="打电话订" onTap={() => dial(phone)} /> : null}
          </Entries>
        </Box>
      ) : null}
      {step === 'more' ? <Menu slot={slot} chosen={chosen} onChange={choose} /> : null}
      {step === 'way' ? <WayPart table={table} slot={slot} chosen={chosen} onChange={change => choose({ ...chosen, ...change })} /> : null}
      {step === 'sure' ? (
        <Box className="k-stack">
          <Card title={sayLines(lines) || '还没选菜'} note={`${slot.from} 到 ${slot.to} ${WAYS[chosen.way]}`}>
            {price ? <Price own={sayOwn(price)} why={sayWhy(price)} others={sayOthers(price)} /> : null}
          </Card>
          {lines.length === 1 ? (
            <Stepper
              label="几份"
              unit="份"
              min={1}
              max={Math.min(9, Math.max(1, roomOf(slot, lines[0].name)))}
              value={lines[0].quantity}
              onChange={quantity => choose(put(chosen, dishOf(slot, lines[0].name), quantity))}
            />
          ) : null}
          <Entries>
            <Entry icon="soup" title="换个菜" onTap={() => setStep('dish')} />
            <Entry icon="plus" title="再加点别的" onTap={() => setStep('more')} />
            <Entry icon="door" title={`${WAYS[chosen.way]}，换一种`} onTap={() => setStep('way')} />
          </Entries>
        </Box>
      ) : null}
    </Page>
  )
}

const itemOf = (slot: NonNullable<Ordering['slot']>, name: string) => slot.items.find(item => item.name === name)
const dishOf = (slot: NonNullable<Ordering['slot']>, name: string) => itemOf(slot, name)?.dish ?? ''
const roomOf = (slot: NonNullable<Ordering['slot']>, name: string) => {
  const item = itemOf(slot, name)
  return item ? roomFor(slot, item) : 0
}

/** The sets and the first main dishes: one tap takes one. What clashes is not offered here, but says so. */
function Mains({ slot, onPick }: { slot: NonNullable<Ordering['slot']>; onPick: (item: Offer) => void }) {
  const items = byKind(slot.items)
    .filter(({ kind }) => kind === 'set' || kind === 'main')
    .flatMap(group => group.items)
    .slice(0, THREE)
  return (
    <Entries>
      {items.map(item => {
        const room = roomFor(slot, item)
        const note = !room
          ? '订完了'
          : item.clash
            ? `您不能吃：${item.clash}`
            : [money(item.price), item.special, item.ingredients.join('、')].filter(Boolean).join(' · ')
        return room && !item.clash ? (
          <Entry key={item.dish} title={item.name} note={note} onTap={() => onPick(item)} />
        ) : (
          <Card key={item.dish} title={item.name} note={note} />
        )
      })}
    </Entries>
  )
}
