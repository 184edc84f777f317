export default definePageConfig({ navigationBarTitleText: '关于两邻' })
