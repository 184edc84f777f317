export default definePageConfig({ navigationBarTitleText: '缺人' })
