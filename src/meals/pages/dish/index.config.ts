export default definePageConfig({ navigationBarTitleText: '一道菜' })
