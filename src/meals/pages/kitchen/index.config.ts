export default definePageConfig({ navigationBarTitleText: '一个厨房' })
