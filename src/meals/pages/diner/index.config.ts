export default definePageConfig({ navigationBarTitleText: '忌口和口味' })
