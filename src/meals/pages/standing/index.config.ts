export default definePageConfig({ navigationBarTitleText: '常订和停餐' })
