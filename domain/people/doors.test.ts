import fc from 'fast-check'
import { floorOf, labelOf, tidyBuilding, tidyDoor, tidyRoom, tidyUnit, walkOf, walkPrefix } from './address'
import { locate } from './located'

const door = (building: string, unit = '', room = '') => ({ building, unit, room })

test('3#, 3号楼, ３栋, 三号楼, 03 and 3 are one building', () => {
  for (const written of ['3', '3#', '3号楼', '３栋', '三号楼', '03', ' 3 幢', '3号'])
    expect([written, tidyBuilding(written)]).toEqual([written, '3'])
  expect(tidyBuilding('十二号楼')).toBe('12')
  expect(tidyBuilding('A座')).toBe('A')
  expect(tidyBuilding('平房')).toBe('平房')
  expect(tidyBuilding('文化小区3号楼')).toBe('文化小区3')
})

test('units and rooms lose their words, not their meaning', () => {
  expect(['2单元', '二单元', '2门', '２'].map(tidyUnit)).toEqual(['2', '2', '2', '2'])
  expect(tidyUnit('东门')).toBe('东门')
  expect(['501室', '５０１', '5楼501', '5层1号', ' 501 '].map(tidyRoom)).toEqual(['501', '501', '501', '501', '501'])
})

test('501 is on the fifth floor and 1203 on the twelfth; a village house tells no floor', () => {
  expect([floorOf('501'), floorOf('1203'), floorOf('0301'), floorOf('501A'), floorOf('12'), floorOf('')]).toEqual([
    5,
    12,
    3,
    5,
    undefined,
    undefined,
  ])
})

test('a door is said the way people say it', () => {
  expect(labelOf(door('3', '2', '501'))).toBe('3号楼 2单元 501')
  expect(labelOf(door('12'))).toBe('12号')
  expect(labelOf(door('A', '', '1203'))).toBe('A座 1203')
  expect(labelOf(door('平房', '', '7'))).toBe('平房 7')
  expect(labelOf(door('文化小区3', '2', '501'))).toBe('文化小区3号楼 2单元 501')
})

test('an address in one cell is read however it is written', () => {
  const same = [
    '3号楼2单元501',
    '3号楼 2单元 501室',
    '3-2-501',
    '３＃2单元５０１',
    '和平区和平新村社区3号楼2单元5楼501室',
    '沈阳市和平区长白街道和平新村社区3-2-501',
  ]
  for (const written of same) expect([written, locate(written)]).toEqual([written, { area: '', ...door('3', '2', '501') }])
  expect(locate('文化小区3号楼2单元501')).toEqual({ area: '文化小区', ...door('3', '2', '501') })
  expect(locate('3号楼501')).toEqual({ area: '', ...door('3', '', '501') })
  expect(locate('A座1203')).toEqual({ area: '', ...door('A', '', '1203') })
  expect(locate('十里河村12号')).toEqual({ area: '', ...door('12') })
  expect(locate('文化路8号3号楼2单元501')).toEqual({ area: '文化路8号', ...door('3', '2', '501') })
  expect(locate('老宅')).toBeNull()
})

test('somebody walks 2 before 10, unit by unit, floor by floor', () => {
  const doors = [
    door('10', '1', '101'),
    door('2', '10', '101'),
    door('2', '2', '1203'),
    door('2', '2', '901'),
    door('2', '2', '902'),
    door('1'),
  ]
  expect([...doors].sort((a, b) => (walkOf(a) < walkOf(b) ? -1 : 1)).map(labelOf)).toEqual([
    '1号',
    '2号楼 2单元 901',
    '2号楼 2单元 902',
    '2号楼 2单元 1203',
    '2号楼 10单元 101',
    '10号楼 1单元 101',
  ])
})

test('the walk key of a building is a prefix of its own rooms and of nobody else', () => {
  expect(walkOf(door('1', '1', '101')).startsWith(walkPrefix('1'))).toBe(true)
  expect(walkOf(door('10', '1', '101')).startsWith(walkPrefix('1'))).toBe(false)
  expect(walkOf(door('1', '12', '101')).startsWith(walkPrefix('1', '1'))).toBe(false)
})

const part = fc.oneof(fc.nat(2000).map(String), fc.string({ unit: fc.constantFrom(...'0123456789AB甲东门楼号#- 单元'), maxLength: 8 }))
const anyDoor = fc.record({ building: part, unit: part, room: part })

test('whatever is typed: tidying twice changes nothing, and different doors have different places in the walk', () => {
  fc.assert(
    fc.property(anyDoor, anyDoor, (a, b) => {
      const [one, two] = [tidyDoor(a), tidyDoor(b)]
      expect(tidyDoor(one)).toEqual(one)
      if (walkOf(one) !== walkOf(two)) return
      expect(JSON.stringify(one).replace(/\b0+|"0+/g, '')).toEqual(JSON.stringify(two).replace(/\b0+|"0+/g, ''))
    }),
  )
})

test('any building, unit and room number walks in the order of the numbers', () => {
  const numbers = fc.tuple(
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 1, max: 9 }),
  )
  const key = ([b, u, f, r]: number[]) => walkOf(door(String(b), String(u), `${f}0${r}`))
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const order = a.map((value, at) => Math.sign(value - b[at])).find(sign => sign !== 0) ?? 0
      expect(key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0).toBe(order)
    }),
  )
})
