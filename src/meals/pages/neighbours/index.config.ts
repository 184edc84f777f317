export default definePageConfig({ navigationBarTitleText: '楼长和邻居' })
