import type { kitchens as declared } from '@domain/meals/contract/kitchens'
import type { Operations } from '../../_kit/serve'
import { dishes } from './dishes'
import { kitchens } from './kitchens'
import { menus } from './list'
import { save_menu } from './menu'
import { copy_menus, publish_menus } from './weeks'

export const operations: Pick<Operations<'meals'>, keyof typeof declared> = {
  ...kitchens,
  ...dishes,
  ...{ menus, save_menu, copy_menus, publish_menus },
}
