import { Box, Drawing, Para, Words } from '@/ui'
import './enter.scss'

/** The name over the door. */
export const Brand = () => (
  <Box className="enter-brand">
    <Drawing name="door" />
    <Words className="enter-name">两邻</Words>
    <Para className="k-note">与邻为善，以邻为伴</Para>
  </Box>
)
