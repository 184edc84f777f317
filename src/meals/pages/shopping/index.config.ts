export default definePageConfig({ navigationBarTitleText: '采买' })
