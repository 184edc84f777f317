export default definePageConfig({ navigationBarTitleText: '登记这一户' })
