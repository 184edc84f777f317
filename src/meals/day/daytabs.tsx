import { Box, Tabs } from '@/ui'
import { WhichMeal } from '../kitchens/which'
import { type Chosen, nearDays } from './use'

/** Which day and which meal. */
export const DayTabs = ({ chosen: { kitchen, day, meal, today, setDay, setMeal } }: { chosen: Chosen }) =>
  kitchen ? (
    <Box className="d-tabs">
      <Tabs label="哪一天" tabs={nearDays(today, day)} value={day} onChange={setDay} />
      <WhichMeal kitchen={kitchen} value={meal} onChange={setMeal} />
    </Box>
  ) : null
