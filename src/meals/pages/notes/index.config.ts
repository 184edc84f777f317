export default definePageConfig({ navigationBarTitleText: '用餐备注' })
