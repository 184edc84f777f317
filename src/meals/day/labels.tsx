import type { LabelPaper } from '@domain/meals/contract/day'
import { Box, cx } from '@/ui'
import { careWords, dishWords, fitOf } from './fit'

/** One label a box, 60 x 40 mm: who, where, what is inside, what must not be. */
export const Labels = ({ labels, when }: { labels: readonly LabelPaper[]; when: string }) => (
  <>
    {labels.map(label => (
      <Label key={label.order} label={label} when={when} />
    ))}
  </>
)

const Label = ({ label, when }: { label: LabelPaper; when: string }) => {
  const care = careWords(label)
  return (
    <Box className={cx('p-label', fitOf(label))}>
      <Box className="p-label-head">
        <Box className="p-label-name">{label.call}</Box>
        <Box className="p-label-door">{label.door}</Box>
      </Box>
      <Box className="p-label-dishes">{dishWords(label.dishes)}</Box>
      {care ? <Box className="p-label-care">{care}</Box> : null}
      <Box className="p-label-foot">
        <Box>{`${label.place}${label.covers > 1 ? ` · ${label.covers} 份` : ''}${label.code ? ` · ${label.code}` : ''}`}</Box>
        <Box>{when}</Box>
      </Box>
    </Box>
  )
}
