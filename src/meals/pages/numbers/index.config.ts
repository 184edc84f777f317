export default definePageConfig({ navigationBarTitleText: '厨房的数' })
