export default definePageConfig({ navigationBarTitleText: '我订的' })
