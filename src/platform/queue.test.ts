import { Broken, Offline, Refused } from './failures'
import { personal } from './keep'
import { type Parcel, type Post, queue } from './queue'
import { memoryVault } from './vault'

/** A phone with its storage, a server that keys make idempotent, and a line between them that a test can cut. */
function world() {
  const things = new Map<string, string>()
  const taken = new Map<string, unknown>()
  const arrivals: string[] = []
  const line = { answer: async (_parcel: Parcel): Promise<unknown> => ({}) }
  const clock = { now: 1000 }
  const deliver = async (parcel: Parcel) => {
    arrivals.push(parcel.id)
    return line.answer(parcel)
  }
  const uploads: [string, string | null][] = []
  const post: Post = { deliver, upload: async ({ id }, base64) => void uploads.push([id, base64]) }
  /** Opens the app anew on the same phone, as after a kill. */
  const phone = (person: string) => {
    const sent: string[] = []
    const shelf = personal(person, async () => memoryVault(things))
    return {
      ...queue(
        shelf,
        post,
        () => clock.now,
        () => {},
        ({ id }) => void sent.push(id),
      ),
      sent,
    }
  }
  const take = (parcel: Parcel) => {
    if (!taken.has(parcel.id)) taken.set(parcel.id, parcel.input)
    return {}
  }
  return { things, taken, arrivals, line, clock, uploads, phone, take }
}
const visit = (id: string, at = 1): Parcel => ({
  id,
  name: 'visits.log',
  input: { door: id },
  about: `敲门 ${id}`,
  enclosures: [],
  at,
  tries: 0,
  next: 0,
})

test('three visits logged without signal go out in the order they were made', async () => {
  const { phone, line, arrivals, take } = world()
  const mine = phone('zhou')
  line.answer = async () => {
    throw new Offline()
  }
  await mine.add(visit('b', 2))
  await mine.add(visit('a', 1))
  await mine.add(visit('c', 3))
  await mine.drain()
  expect(arrivals).toEqual(['a'])
  line.answer = async parcel => take(parcel)
  await mine.drain(true)
  expect(mine.sent).toEqual(['a', 'b', 'c'])
  expect(await mine.all()).toEqual([])
})

/** A visit that has left and hangs between the phone and the server, until the test lets it land. */
async function onItsWay(lands: 'arrives' | 'is lost on the way there' | 'is lost on the way back') {
  const it = world()
  const mine = it.phone('zhou')
  await mine.add(visit('a'))
  let land = () => {}
  it.line.answer = async parcel => {
    await new Promise<void>(resolve => {
      land = resolve
    })
    if (lands !== 'is lost on the way there') it.take(parcel)
    if (lands !== 'arrives') throw new Offline()
    return {}
  }
  const draining = mine.drain()
  await new Promise(resolve => setTimeout(resolve, 5))
  const amending = mine.amend('a', { input: { door: 'a', well: true }, enclosures: [] })
  await new Promise(resolve => setTimeout(resolve, 5))
  land()
  return { ...it, mine, kept: await amending, drained: await draining }
}
/** As the server does: another input under a taken key is refused. */
const strict = (it: { taken: Map<string, unknown>; line: { answer: (parcel: Parcel) => Promise<unknown> } }) => {
  it.line.answer = async parcel => {
    if (it.taken.has(parcel.id) && it.taken.get(parcel.id) !== parcel.input) throw new Refused('call.key_reused', '冲突')
    it.taken.set(parcel.id, parcel.input)
    return {}
  }
}

test('a visit edited at the very moment it arrives is told to have arrived, and is not sent again', async () => {
  const { mine, kept, arrivals, taken } = await onItsWay('arrives')
  expect(kept).toBe(false)
  await mine.drain(true)
  expect(arrivals).toEqual(['a'])
  expect(taken.get('a')).toEqual({ door: 'a' })
  expect(await mine.all()).toEqual([])
})

test('a visit edited while it is lost on the way there goes out once, as edited', async () => {
  const it = await onItsWay('is lost on the way there')
  expect(it.kept).toBe(true)
  strict(it)
  await it.mine.drain(true)
  expect([...it.taken.values()]).toEqual([{ door: 'a', well: true }])
  expect(await it.mine.all()).toEqual([])
})

test('a visit edited after it arrived without the phone hearing of it says so, and keeps what it said before', async () => {
  const it = await onItsWay('is lost on the way back')
  expect(it.kept).toBe(true)
  strict(it)
  await it.mine.drain(true)
  expect([...it.taken.values()]).toEqual([{ door: 'a' }])
  const [left] = await it.mine.all()
  expect(left.problem?.message).toMatch(/已经送到了/)
  expect(left).toMatchObject({ was: [{ door: 'a' }], input: { door: 'a', well: true } })
})

test('a visit thrown away while it is on its way does not come back when it is lost', async () => {
  const { phone, line } = world()
  const mine = phone('zhou')
  await mine.add(visit('a'))
  line.answer = async () => {
    await mine.drop('a')
    throw new Offline()
  }
  await mine.drain()
  expect(await mine.all()).toEqual([])
})

test('photos that an edit leaves out leave the phone', async () => {
  const { phone, things } = world()
  const mine = phone('zhou')
  const photo = (letter: string) => ({ id: letter.repeat(64), division: '210102025015001', name: '门口.jpg' })
  await mine.add({ ...visit('a'), enclosures: [photo('f')] }, { [photo('f').id]: 'QUJD' })
  await mine.amend('a', { input: {}, enclosures: [photo('e')] }, { [photo('e').id]: 'REVG' })
  const photos = [...things.keys()].filter(name => name.includes('photo/'))
  expect(photos).toEqual([expect.stringContaining('eee')])
})

test('a visit whose answer was lost is sent again with its key and counts once', async () => {
  const { phone, line, taken, take, arrivals } = world()
  const mine = phone('zhou')
  line.answer = async parcel => {
    take(parcel)
    throw new Offline()
  }
  await mine.add(visit('a'))
  await mine.drain()
  line.answer = async parcel => take(parcel)
  await mine.drain(true)
  expect(arrivals).toEqual(['a', 'a'])
  expect(taken.size).toBe(1)
})

test('the same form sent by a second tap waits once', async () => {
  const { phone } = world()
  const mine = phone('zhou')
  await Promise.all([mine.add(visit('a', 1)), mine.add(visit('a', 2))])
  await mine.add(visit('a', 3))
  expect(await mine.all()).toHaveLength(1)
})

test('an app killed between the server taking a visit and the phone hearing of it sends it once more, and it counts once', async () => {
  const { phone, line, taken, take } = world()
  const before = phone('zhou')
  await before.add(visit('a'))
  line.answer = parcel => {
    take(parcel)
    return new Promise(() => {})
  }
  void before.drain()
  await new Promise(resolve => setTimeout(resolve, 5))
  expect(taken.size).toBe(1)
  const after = phone('zhou')
  expect(await after.all()).toHaveLength(1)
  line.answer = async parcel => take(parcel)
  await after.drain(true)
  expect(taken.size).toBe(1)
  expect(await after.all()).toEqual([])
})

test('a refused visit stays with its reason and lets the next one through', async () => {
  const { phone, line, take } = world()
  const mine = phone('zhou')
  line.answer = async parcel => {
    if (parcel.id === 'a') throw new Refused('visits.too_old', '超过 30 天了，请在电脑上补记', 'at')
    return take(parcel)
  }
  await mine.add(visit('a', 1))
  await mine.add(visit('b', 2))
  expect(await mine.drain()).toBeNull()
  expect(mine.sent).toEqual(['b'])
  const [kept] = await phone('zhou').all()
  expect(kept.problem).toEqual({ code: 'visits.too_old', message: '超过 30 天了，请在电脑上补记', at: 'at' })
  line.answer = async parcel => take(parcel)
  await mine.retry('a')
  await mine.drain()
  expect(await mine.all()).toEqual([])
})

test('an expired session keeps everything and tries nothing behind it', async () => {
  const { phone, line, arrivals } = world()
  const mine = phone('zhou')
  line.answer = async () => {
    throw new Refused('call.nobody', '请先登录')
  }
  await mine.add(visit('a', 1))
  await mine.add(visit('b', 2))
  await mine.drain(true)
  expect(arrivals).toEqual(['a'])
  expect((await mine.all()).map(({ problem }) => problem)).toEqual([undefined, undefined])
})

test('another person on the same phone neither sees nor sends what waits', async () => {
  const { phone, line, taken, take } = world()
  line.answer = async parcel => take(parcel)
  await phone('zhou').add(visit('a'))
  const other = phone('wu')
  expect(await other.all()).toEqual([])
  await other.drain(true)
  expect(taken.size).toBe(0)
  await phone('zhou').drain(true)
  expect(taken.size).toBe(1)
})

test('without signal the next try waits longer each time, five minutes at most', async () => {
  const { phone, line, clock } = world()
  const mine = phone('zhou')
  line.answer = async () => {
    throw new Offline()
  }
  await mine.add(visit('a'))
  const waits: number[] = []
  for (let n = 0; n < 10; n++) {
    const next = await mine.drain()
    waits.push((next ?? 0) - clock.now)
    clock.now = next ?? 0
  }
  expect(waits.slice(0, 4)).toEqual([2000, 4000, 8000, 16000])
  expect(waits[9]).toBe(300_000)
})

test('a visit the server stumbles over stops holding up the others after six tries', async () => {
  const { phone, line, clock, take } = world()
  const mine = phone('zhou')
  line.answer = async parcel => {
    if (parcel.id === 'a') throw new Broken()
    return take(parcel)
  }
  await mine.add(visit('a', 1))
  await mine.add(visit('b', 2))
  for (let n = 0; n < 6; n++) clock.now = (await mine.drain()) ?? clock.now
  expect(mine.sent).toEqual(['b'])
  expect((await mine.all())[0].problem?.code).toBe('call.broken')
})

test('photos go up before their visit and leave the phone with it', async () => {
  const { phone, line, uploads, things, take } = world()
  const mine = phone('zhou')
  line.answer = async parcel => take(parcel)
  const photo = { id: 'f'.repeat(64), division: '210102025015001', name: '门口.jpg' }
  await mine.add({ ...visit('a'), enclosures: [photo] }, { [photo.id]: 'QUJD' })
  expect([...things.keys()].some(name => name.includes('photo/'))).toBe(true)
  await mine.drain()
  expect(uploads).toEqual([[photo.id, 'QUJD']])
  expect(things.size).toBe(0)
})
