export default definePageConfig({ navigationBarTitleText: '饭好不好吃' })
