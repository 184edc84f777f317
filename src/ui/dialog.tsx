import type { ReactNode } from 'react'
import { create } from 'zustand'
import { Box, Heading } from './base'
import { Button } from './button'
import { Icon } from './icon'
import { Layer } from './layer'
import { Tap } from './tap'

export interface OverProps {
  title: string
  onClose: () => void
  children?: ReactNode
  /** The buttons at the foot. */
  actions?: ReactNode
}

const Over = ({ title, onClose, children, actions, shape }: OverProps & { shape: 'sheet' | 'dialog' }) => (
  <Layer title={title} onClose={onClose} shape={shape}>
    <Box className="k-over-head">
      <Heading level={2} className="k-h2">
        {title}
      </Heading>
      <Tap label="关闭" className="k-over-close" onTap={onClose}>
        <Icon name="close" size={24} />
      </Tap>
    </Box>
    <Box className="k-over-body">{children}</Box>
    {actions ? <Box className="k-over-foot">{actions}</Box> : null}
  </Layer>
)

/** A question in the middle of the screen. Focus stays inside, Esc and the corner close it. Render it only while it is open. */
export const Dialog = (props: OverProps) => <Over {...props} shape="dialog" />

/** More choices or a small form, from below; in the middle on wide screens. Render it only while it is open. */
export const Sheet = (props: OverProps) => <Over {...props} shape="sheet" />

interface Question {
  title: string
  words?: string
  /** What pressing does: "删掉", "退出". */
  yes: string
  no?: string
  danger?: boolean
}
const useQuestion = create<{ question: Question | null; answer: (yes: boolean) => void }>(() => ({ question: null, answer: () => {} }))

/** Asks before something that cannot be undone; true when the person says so. */
export function ask(question: Question): Promise<boolean> {
  useQuestion.getState().answer(false)
  return new Promise(resolve => {
    const answer = (yes: boolean) => {
      useQuestion.setState({ question: null, answer: () => {} })
      resolve(yes)
    }
    useQuestion.setState({ question, answer })
  })
}

/** Shows what `ask` asks; Page has one. */
export function Asking() {
  const { question, answer } = useQuestion()
  if (!question) return null
  const actions = (
    <Box className="k-buttons">
      <Button onTap={() => answer(false)}>{question.no ?? '先不'}</Button>
      <Button kind={question.danger ? 'danger' : 'primary'} onTap={() => answer(true)}>
        {question.yes}
      </Button>
    </Box>
  )
  return (
    <Dialog title={question.title} onClose={() => answer(false)} actions={actions}>
      {question.words ? <Box className="k-text">{question.words}</Box> : null}
    </Dialog>
  )
}
