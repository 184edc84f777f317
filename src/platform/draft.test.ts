import { pen } from './draft'
import { personal } from './keep'
import { memoryVault } from './vault'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {}, useDidHide: () => {}, useUnload: () => {} }))

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

function paper() {
  const shelf = personal('zhou', async () => vault)
  const vault = memoryVault()
  const saved = jest.fn()
  return {
    shelf,
    saved,
    pen: pen<string>(
      shelf,
      'draft/visit',
      () => 'id',
      () => 7,
      saved,
    ),
  }
}

test('what was typed is on the phone within a second of the last letter, however fast one types', async () => {
  const { pen, shelf } = paper()
  for (const text of ['一', '一切', '一切都', '一切都好']) {
    pen.write(text)
    await jest.advanceTimersByTimeAsync(200)
  }
  await jest.advanceTimersByTimeAsync(800)
  expect(await shelf.get('draft/visit')).toEqual({ id: 'id', at: 7, value: '一切都好' })
})

test('while somebody keeps typing the draft is written all the same', async () => {
  const { pen, shelf } = paper()
  for (let n = 0; n < 10; n++) {
    pen.write(`第 ${n} 个字`)
    await jest.advanceTimersByTimeAsync(100)
  }
  expect(await shelf.get('draft/visit')).not.toBeNull()
})

test('leaving the page writes at once', async () => {
  const { pen, shelf, saved } = paper()
  pen.write('刚打的字')
  await pen.flush()
  expect(await shelf.get('draft/visit')).toMatchObject({ value: '刚打的字' })
  expect(saved).toHaveBeenCalledTimes(1)
})

test('a finished draft does not come back from a write that was on its way', async () => {
  const { pen, shelf } = paper()
  pen.write('记完了')
  void pen.flush()
  pen.write('又一笔')
  await pen.tear()
  await jest.advanceTimersByTimeAsync(2000)
  expect(await shelf.get('draft/visit')).toBeNull()
})
