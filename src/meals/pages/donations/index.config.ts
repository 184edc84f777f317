export default definePageConfig({ navigationBarTitleText: '捐给厨房' })
