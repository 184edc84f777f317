import { columnsOf, lacking, rowFrom } from './cityfile'

const read = (cells: string[], titles = ['志愿者编号', '姓名', '活动名称', '服务日期', '服务时长']) =>
  rowFrom(cells, columnsOf(titles, []).fields, 'hours')

test('titles are known by what they are usually called, brackets and spaces or not', () => {
  expect(columnsOf(['*姓名', '服务时长(小时)', '备注'], [])).toEqual({ fields: ['name', 'hours', null], ignored: ['备注'] })
})

test('a community says what its platform calls a column', () => {
  expect(columnsOf(['时间银行编码'], [{ field: 'cityId', title: '时间银行编码' }]).fields).toEqual(['cityId'])
})

test('what lacks is named', () => {
  expect(lacking(columnsOf(['姓名', '服务日期'], []).fields, 'hours')).toBe('活动名称、服务时长')
  expect(lacking(columnsOf(['姓名', '志愿者编号'], []).fields, 'ids')).toBe('')
})

test.each([
  ['2026-11-20', '2.5', 150],
  ['2026/11/2', '2小时30分', 150],
  ['2026年11月20日', '2:30', 150],
  ['20261120', '３', 180],
])('%s and %s are read', (day, hours, minutes) => {
  expect(read(['A100', '张桂兰', '送餐', day, hours])).toMatchObject({ minutes, day: expect.stringMatching(/^2026-11-(20|02)$/) })
})

test('what cannot be read says why', () => {
  expect(read(['A100', '张桂兰', '送餐', '2026-02-30', '2'])).toMatchObject({ bad: expect.stringContaining('日期“2026-02-30”看不懂') })
  expect(read(['A100', '张桂兰', '送餐', '2026-11-20', '许多'])).toMatchObject({ bad: expect.stringContaining('时长“许多”看不懂') })
  expect(read(['', '', '送餐', '2026-11-20', '2'])).toMatchObject({ bad: '没有志愿者编号，也没有姓名' })
})
