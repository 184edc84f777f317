export default definePageConfig({ navigationBarTitleText: '每周的班' })
