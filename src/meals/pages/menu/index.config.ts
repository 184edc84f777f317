export default definePageConfig({ navigationBarTitleText: '这周的菜单' })
