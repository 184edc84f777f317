/// <reference types="@tarojs/taro" />
declare module '*.scss'
/** '/api' on H5; the address of the own server on a self-hosted weapp; '' in WeChat cloud. */
declare const API_BASE: string
/** The WeChat cloud environment's id, given at build time. */
declare const CLOUD_ENV: string
declare const process: { env: { NODE_ENV: string; TARO_ENV: 'weapp' | 'h5' } }
