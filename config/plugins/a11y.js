// Taro's weapp templates drop aria-* attributes; this adds the ones the app uses.
const path = require('node:path')
const { components } = require('./a11y-components')
module.exports = ctx => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const t = platform.template
      if (!t) return
      t.mergeComponents(ctx, components)
      const runtime = path.resolve(__dirname, 'a11y-runtime.js')
      platform.runtimePath = [].concat(platform.runtimePath, runtime)
    },
  })
}
