/** What else a visit can carry: policies told, tags, photos, the place, who was along, a note. All of it may be left out. */
import { Box, Choices, Field } from '@/ui'
import type { Filling } from './draft'
import { Photos } from './photos'
import { PlacePart } from './place'
import { TagsPart } from './tags'

/** What is told at doors most; the community's own come with its settings. */
const POLICIES = ['高龄津贴', '居家养老', '医保缴费', '低保救助', '防诈骗', '用火用电']

export interface MoreProps {
  value: Filling
  change: (change: Partial<Filling>) => void
  household: string
}

export const More = ({ value, change, household }: MoreProps) => (
  <Box className="k-stack v-more">
    <Field
      kind="area"
      label="记几句"
      need={false}
      hint="下次来的人先看到它"
      value={value.note}
      max={1000}
      onChange={note => change({ note })}
    />
    <Choices
      label="讲了哪些政策"
      options={POLICIES.map(policy => ({ value: policy, label: policy }))}
      values={value.policies}
      onChange={policies => change({ policies })}
      columns={2}
    />
    <TagsPart value={value} change={change} household={household} />
    <Photos ids={value.photos} onChange={photos => change({ photos })} />
    <PlacePart place={value.place} onChange={place => change({ place })} />
    <Field
      label="和谁一起去的"
      need={false}
      hint="几个人用顿号隔开"
      value={value.with}
      max={120}
      onChange={others => change({ with: others })}
    />
  </Box>
)

/** How many of these are filled in, for the button that opens them. */
export const moreCount = ({ note, policies, tags, photos, place, with: others }: Filling): number =>
  [note.trim(), policies.length, tags.length, photos.length, place, others.trim()].filter(Boolean).length
