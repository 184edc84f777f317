export default definePageConfig({ navigationBarTitleText: '固定排班' })
