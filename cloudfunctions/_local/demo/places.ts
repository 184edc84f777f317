/** The real divisions around the demo community, as published by the national statistics office (2022). The people in it are fictional. */
import type { DivisionRow } from '../../people/divisions'

export const COMMUNITY = '210102025015'

const STREETS = [
  ['210102001', '浑河湾街道'],
  ['210102002', '新华街道'],
  ['210102016', '马路湾街道'],
  ['210102019', '南湖街道'],
  ['210102021', '长白街道'],
  ['210102022', '太原街街道'],
  ['210102023', '北市场街道'],
  ['210102025', '南市场街道'],
  ['210102027', '沈水湾街道'],
  ['210102028', '浑河站西街道'],
]
const COMMUNITIES = [
  ['210102025003', '群芳社区'],
  ['210102025004', '鲁园社区'],
  ['210102025009', '二零二医院社区'],
  ['210102025010', '云集社区'],
  ['210102025011', '八卦街社区'],
  ['210102025012', '领事馆社区'],
  ['210102025013', '宝环社区'],
  ['210102025014', '沈电社区'],
  [COMMUNITY, '和平新村社区'],
  ['210102025016', '延安里社区'],
  ['210102025017', '红塔社区'],
  ['210102025018', '市府社区'],
  ['210102025019', '桂林社区'],
]

export const DIVISIONS: DivisionRow[] = [
  { code: '2101', name: '沈阳市', level: 'city', parent: '' },
  { code: '210102', name: '和平区', level: 'district', parent: '2101' },
  ...STREETS.map(([code, name]) => ({ code, name, level: 'street', parent: '210102' })),
  ...COMMUNITIES.map(([code, name]) => ({ code, name, level: 'community', parent: '210102025' })),
]

/** Four grids of three buildings each. */
export const GRIDS = [
  { name: '第一网格（1 到 3 号楼）', buildings: ['1', '2', '3'] },
  { name: '第二网格（4 到 6 号楼）', buildings: ['4', '5', '6'] },
  { name: '第三网格（7 到 9 号楼）', buildings: ['7', '8', '9'] },
  { name: '第四网格（10 到 12 号楼）', buildings: ['10', '11', '12'] },
]
