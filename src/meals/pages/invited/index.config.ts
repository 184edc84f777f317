export default definePageConfig({ navigationBarTitleText: '过生日' })
