export default definePageConfig({ navigationBarTitleText: '餐费账' })
