/** @jest-environment node */
/** A volunteer brings lunch to six doors, two of them without signal; one does not answer, one is put off and asked again before the end. */
import { at, becomes, comes, MORNING, NOON, roundPage, type Scene, setScene } from './carry'
import { onStage } from './stage'

const stage = onStage({ now: MORNING })
const HANDED = '交到手里了'
let scene: Scene

beforeAll(async () => {
  scene = await setScene(stage.server)
  await stage.server.moveTo(NOON)
})

test('a round: one tap a door, without signal, killed midway, nothing lost and nothing twice', async () => {
  const person = await comes(stage, scene.round)
  await person.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await person.sees('今天送 6 家')
  await person.tap('拿好了，出发')
  await at(person, '张奶奶')
  person.startsCounting()
  await person.page.waitForTimeout(800)
  await person.tap(HANDED)
  await at(person, '王奶奶')
  expect({ taps: person.taps, keys: person.keys }).toEqual({ taps: 1, keys: 0 })
  await becomes(scene, '张奶奶', 'handed')

  await person.goesOffline()
  await person.page.waitForTimeout(800)
  // a double tap is one door
  await person.tapTwice(HANDED)
  await at(person, '李奶奶')
  await person.page.waitForTimeout(800)
  await person.tap('没交到')
  await person.tap(/^放在门口了/)
  await at(person, '赵奶奶')
  await person.sees('待上传 2')
  await person.reopens(roundPage(scene.round))
  await at(person, '赵奶奶')
  await person.sees('待上传 2')
  await person.sees('还有 3 家')
  await person.comesOnline()
  await person.seesNoMore('待上传 2')
  await becomes(scene, '王奶奶', 'handed')
  await becomes(scene, '李奶奶', 'left')
  expect(await scene.held()).toMatchObject({ 赵奶奶: 'open', 孙奶奶: 'open', 刘奶奶: 'open' })

  person.startsCounting()
  await person.tap('没交到')
  await person.tap(/^没人应/)
  expect({ taps: person.taps, keys: person.keys }).toEqual({ taps: 2, keys: 0 })
  await becomes(scene, '赵奶奶', 'no_answer')
  await at(person, '孙奶奶')
  await person.tap('没交到')
  await person.tap(/^等会儿再来/)
  await at(person, '刘奶奶')
  await person.page.waitForTimeout(800)
  await person.tap(HANDED)
  // the one that was put off is asked before the round can be closed
  await person.sees('就差这一家，说完就能收尾。')
  await at(person, '孙奶奶')
  expect(await person.count('收尾，送完了')).toBe(0)
  await person.page.waitForTimeout(800)
  await person.tap(HANDED)
  await person.sees('每一家都说过了')
  await person.tap('收尾，送完了')
  await person.sees('这一趟送完了')
  expect(await scene.held()).toEqual({
    张奶奶: 'handed',
    王奶奶: 'handed',
    李奶奶: 'left',
    赵奶奶: 'no_answer',
    孙奶奶: 'handed',
    刘奶奶: 'handed',
  })
  expect(await scene.close()).toBe('closed')
})

test('what was said wrongly is put right the same day', async () => {
  const person = await comes(stage, scene.round)
  await person.sees('这一趟送完了')
  await person.tap(/赵奶奶/)
  await person.tap(/^交给邻居了/)
  await becomes(scene, '赵奶奶', 'left')
  await person.sees(/交给：邻居/)
})
