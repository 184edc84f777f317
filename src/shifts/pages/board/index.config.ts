export default definePageConfig({ navigationBarTitleText: '一周的班' })
