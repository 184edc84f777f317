import { Box, Words } from './base'

export interface PriceProps {
  /** 这一顿. */
  label?: string
  /** What the person bears: 8 元, 不收钱. */
  own: string
  /** Why: 90 岁以上免费. */
  why?: string
  /** Who bears the rest: 原价 15 元，政府出 6 元. */
  others?: string
}

/** A price that explains itself: what one pays, why, and who pays the rest. */
export const Price = ({ label, own, why, others }: PriceProps) => (
  <Box className="k-price" aria={{ role: 'status', live: 'polite' }}>
    <Box className="k-price-line">
      {label ? <Words className="k-soft">{label}</Words> : null}
      <Words className="k-price-own">{own}</Words>
      {why ? <Words className="k-price-why">{why}</Words> : null}
    </Box>
    {others ? <Box className="k-note">{others}</Box> : null}
  </Box>
)
