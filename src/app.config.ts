export default defineAppConfig({
  pages: ['pages/home/index', 'pages/inbox/index', 'pages/mine/index', 'pages/area/index'],
  subPackages: [
    {
      root: 'account',
      pages: [
        'pages/enter/index',
        'pages/waiting/index',
        'pages/about/index',
        'pages/privacy/index',
        'pages/trace/index',
        'pages/members/index',
        'pages/member/index',
      ],
    },
    {
      root: 'people',
      pages: [
        'pages/registry/index',
        'pages/household/index',
        'pages/resident/index',
        'pages/person/index',
        'pages/grids/index',
        'pages/import/index',
        'pages/tags/index',
        'pages/tag/index',
      ],
    },
    { root: 'visits', pages: ['pages/today/index', 'pages/door/index', 'pages/form/index', 'pages/matters/index'] },
    {
      root: 'meals',
      pages: ['pages/week/index', 'pages/order/index', 'pages/mine/index', 'pages/standing/index', 'pages/diner/index', 'pages/pick/index'],
    },
  ],
  window: {
    backgroundTextStyle: 'dark',
    backgroundColor: '#FAF7F2',
    navigationBarBackgroundColor: '#FAF7F2',
    navigationBarTitleText: '两邻',
    navigationBarTextStyle: 'black',
    // The kit's Page draws its own bar, the same on both platforms and in both modes.
    navigationStyle: 'custom',
  },
  permission: { 'scope.userLocation': { desc: '记下敲门的地点，不准也不要紧，可以不给' } },
  requiredPrivateInfos: ['getLocation'],
  lazyCodeLoading: 'requiredComponents',
  animation: false,
})
