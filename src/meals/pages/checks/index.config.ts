export default definePageConfig({ navigationBarTitleText: '没取餐的人' })
