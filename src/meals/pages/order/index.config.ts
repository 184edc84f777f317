export default definePageConfig({ navigationBarTitleText: '订饭' })
