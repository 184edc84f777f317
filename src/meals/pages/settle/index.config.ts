export default definePageConfig({ navigationBarTitleText: '没弄好的' })
