export default definePageConfig({ navigationBarTitleText: '替谁订' })
