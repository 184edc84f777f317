export default definePageConfig({ navigationBarTitleText: '时长账' })
