import type { ImportJob } from '@domain/people/importing'
import { useState } from 'react'
import { call, pickWorkbook, sentence, sha256, upload, useCall } from '@/platform'
import { Box, Button, Card, Loaded, Page, Para, Row, Rows, Tag, Wrong } from '@/ui'
import type { Ways } from './again'
import { isOpen, resultLine, stateWord } from './words'

const TONES = { done: 'ok', failed: 'bad', cancelled: 'plain', waiting: 'info', running: 'info' } as const
const TALK = {
  roster: {
    title: '导入台账',
    heading: '把手里的台账放进来',
    words: ['表头叫什么、列怎么排都行，楼号写成 3#、3号楼、3 也行。', '先试算一遍，告诉您会新增多少、哪几行要人来定；看好了再导入。'],
  },
  divisions: {
    title: '导入行政区划',
    heading: '把区划表放进来',
    words: ['要有“代码”和“名称”两列。', '再导入一次不会重复，只会更新改了的名字。'],
  },
}

/** No file yet: what can be put in, a way to choose one, and what was imported before. */
export function Begin({ ways }: { ways: Ways }) {
  const { division, kind } = ways
  const jobs = useCall('people.import_jobs', { division })
  const [wrong, setWrong] = useState('')
  const talk = TALK[kind]
  const choose = async () => {
    setWrong('')
    try {
      const file = await fetched(division)
      if (!file) return
      if (kind === 'roster') return void ways.to({ file })
      const { id } = await call('people.import_run', { file, kind, division, mode: 'dry' })
      ways.to({ job: id })
    } catch (problem) {
      setWrong(sentence(problem))
    }
  }
  const action = (
    <Button big kind="primary" icon="upload" onTap={choose}>
      选一份文件
    </Button>
  )
  return (
    <Page title={talk.title} heading={talk.heading} wide footer={action}>
      <Box className="k-split">
        <Card>
          {talk.words.map(words => (
            <Para key={words} className="k-text">
              {words}
            </Para>
          ))}
          <Para className="k-note">.xlsx 或 .csv，30 兆以内。老式的 .xls 请先另存为 .xlsx。</Para>
          {wrong ? <Wrong>{wrong}</Wrong> : null}
        </Card>
        <Loaded
          from={jobs}
          shape="rows"
          isEmpty={all => earlier(all, kind).length === 0}
          empty={<Para className="k-note">还没有导入过。</Para>}
        >
          {all => (
            <Rows title="以前导入的">
              {earlier(all, kind).map(job => (
                <Row
                  key={job.id}
                  title={job.name}
                  note={resultLine(job, jobs.at ?? job.at)}
                  aside={<Tag tone={TONES[job.state]}>{stateWord(job)}</Tag>}
                  onTap={() => ways.to({ job: job.id })}
                />
              ))}
            </Rows>
          )}
        </Loaded>
      </Box>
    </Page>
  )
}

/** The latest first; a dry run that an import of the same file followed says nothing more. */
const earlier = (jobs: ImportJob[], kind: Ways['kind']) => {
  const mine = jobs.filter(job => job.kind === kind)
  return mine
    .filter((job, at) => isOpen(job) || !mine.slice(0, at).some(later => later.file === job.file && later.mode === 'apply'))
    .slice(0, 8)
}

/** Lets the person choose, puts it up and files it; its id, or null when they thought better of it. */
async function fetched(division: string): Promise<string | null> {
  const picked = await pickWorkbook()
  if (!picked) return null
  const file = sha256(picked.bytes)
  await upload(file, picked.bytes)
  await call('files.file', { file, division, kind: 'workbook', name: picked.name.slice(0, 120) })
  return file
}
