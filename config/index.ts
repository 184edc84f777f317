import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { shellPlugin } from './plugins/shell'

const at = (...parts: string[]) => path.resolve(__dirname, '..', ...parts)

/** The API an own-server weapp talks to (https://...). Empty: WeChat cloud. H5 always talks to its own origin. */
const ownServer = process.env.WEAPP_API ?? ''
const weapp = process.env.TARO_ENV === 'weapp'

const groups = {
  default: false,
  defaultVendors: false,
  taro: { name: 'taro', test: /[\\/]node_modules[\\/](@tarojs|@stencil|react|react-dom|scheduler)[\\/]/, priority: 50, chunks: 'all' },
  vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, priority: 20, chunks: 'initial' },
  common: { name: 'common', minChunks: 3, priority: 1, reuseExistingChunk: true, chunks: 'all' },
} as const

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'lianglin',
  date: '2026-11-21',
  designWidth: 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: process.env.OUT || `dist/${process.env.TARO_ENV}`,
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    path.resolve(__dirname, 'plugins/a11y.js'),
  ],
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  alias: {
    ...(weapp && ownServer ? { '@/platform/transport$': at('src/platform/transport.request.ts') } : {}),
    '@': at('src'),
    '@domain': at('domain'),
  },
  copy: { patterns: weapp ? [] : [{ from: 'src/static/', to: `${process.env.OUT || 'dist/h5'}/static/` }], options: {} },
  defineConstants: { API_BASE: JSON.stringify(weapp ? ownServer : '/api'), CLOUD_ENV: JSON.stringify(process.env.CLOUD_ENV ?? '') },
  // px stay px on both platforms: Taro's scaling doubles everything on a wide screen, and elder mode has sizes of its own.
  mini: {
    compile: { include: [at('domain')] },
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    compile: { include: [at('domain')] },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    enableSourceMap: false,
    webpackChain(chain) {
      chain.devtool(false)
      chain.plugin('shell').use(shellPlugin)
      // the styles of Taro's own components, with a font the content security policy refuses; the kit uses none of them
      chain.resolve.alias.set('@tarojs/components/dist/taro-components/taro-components.css', at('config/plugins/none.css'))
      chain.merge({
        performance: { hints: false },
        optimization: { splitChunks: { chunks: 'all', minSize: 0, hidePathInfo: true, cacheGroups: groups } },
      })
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: {
      pxtransform: { enable: false, config: {} },
      autoprefixer: { enable: true, config: {} },
      cssModules: { enable: false },
      // the kit draws real HTML on H5: `button` in its styles means button
      htmltransform: { enable: false, config: {} },
    },
  },
}))
