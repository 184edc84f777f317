export default definePageConfig({ navigationBarTitleText: '记一次敲门' })
