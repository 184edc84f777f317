export default definePageConfig({ navigationBarTitleText: '想收到什么' })
