/** Kitchens, dishes, the week's menu. */
import * as v from 'valibot'
import { operation } from '../../contract'
import { Community, Day, Division, Done, FileId, Id, someWords, words } from '../../schema'
import { Clock, DishKind, Fen, Meal, Need, Texture, Way, Words } from './base'

const KITCHEN = ['kitchen', 'community'] as const
const ABOVE = ['kitchen', 'lead', 'volunteer', 'grid', 'community', 'street', 'district', 'city'] as const

/** One meal a kitchen serves: from, to, and until when it can be ordered (`before`: that many days earlier). */
export const Serving = v.strictObject({
  meal: Meal,
  from: Clock,
  to: Clock,
  cutoff: Clock,
  before: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
})
export type Serving = v.InferOutput<typeof Serving>
/**
 * kitchen 社区厨房, canteen 食堂, central 中央厨房; point 助餐点 and drop 配送点 belong to a central kitchen (`parent`) and have no menu of their own:
 * what is eaten there is cooked and counted by the parent.
 */
export const KitchenKind = v.picklist(['kitchen', 'canteen', 'central', 'point', 'drop'])
export const KitchenForm = v.strictObject({
  name: someWords(30),
  kind: KitchenKind,
  parent: v.optional(Id),
  address: someWords(60),
  phone: v.optional(words(20)),
  /** 0 Sunday ... 6 Saturday. */
  weekdays: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))), v.minLength(1), v.maxLength(7)),
  servings: v.pipe(v.array(Serving), v.maxLength(3)),
  /** Days it is shut, both ends included. */
  holidays: v.pipe(v.array(v.strictObject({ from: Day, until: Day, words: words(40) })), v.maxLength(30)),
  /** The communities whose residents may order; its own is always among them. */
  serves: v.pipe(v.array(Community), v.maxLength(60)),
  ways: v.pipe(v.array(Way), v.minLength(1), v.maxLength(3)),
})
export type KitchenForm = v.InferOutput<typeof KitchenForm>
export const Kitchen = v.strictObject({
  ...KitchenForm.entries,
  id: Id,
  community: Community,
  ended: v.optional(Day),
  version: v.number(),
})
export type Kitchen = v.InferOutput<typeof Kitchen>

export const DishForm = v.strictObject({
  name: someWords(20),
  kind: DishKind,
  ingredients: Words,
  allergens: Words,
  /** How it is made as it stands. */
  textures: v.pipe(v.array(Texture), v.maxLength(5)),
  /** 分 a portion. */
  price: Fen,
  photo: v.optional(FileId),
  /** What a portion takes, for the shopping list; left out, the list names the ingredients without an amount. */
  needs: v.optional(v.pipe(v.array(Need), v.maxLength(40))),
})
export type DishForm = v.InferOutput<typeof DishForm>
export const Dish = v.strictObject({ ...DishForm.entries, id: Id, kitchen: Id, ended: v.optional(Day), version: v.number() })
export type Dish = v.InferOutput<typeof Dish>

/** A dish on a day's menu. What is left out is as in the dish's own recipe. */
export const ItemForm = v.strictObject({
  dish: Id,
  portions: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)),
  price: v.optional(Fen),
  /** The day's recipe, when it differs from the book's. */
  ingredients: v.optional(Words),
  allergens: v.optional(Words),
  textures: v.optional(v.pipe(v.array(Texture), v.maxLength(5))),
  /** The dish of the same menu given instead when this one clashes with somebody's restrictions. */
  instead: v.optional(Id),
  /** "周四酸菜包子". */
  special: v.optional(words(30)),
})
export type ItemForm = v.InferOutput<typeof ItemForm>
/** A dish as it is served that day: the recipe with the day's changes in it. `left` can still be ordered, `sold` are, `held` wait for standing orders. */
export const MenuItem = v.strictObject({
  dish: Id,
  name: v.string(),
  kind: DishKind,
  price: Fen,
  ingredients: Words,
  allergens: Words,
  textures: v.array(Texture),
  photo: v.optional(FileId),
  instead: v.optional(Id),
  special: v.optional(v.string()),
  portions: v.number(),
  left: v.number(),
  held: v.number(),
  sold: v.number(),
})
export type MenuItem = v.InferOutput<typeof MenuItem>
export const Menu = v.strictObject({
  id: Id,
  kitchen: Id,
  day: Day,
  meal: Meal,
  published: v.boolean(),
  note: v.optional(v.string()),
  items: v.array(MenuItem),
  version: v.number(),
})
export type Menu = v.InferOutput<typeof Menu>

export const kitchens = {
  kitchens: operation({
    about: 'The kitchens of a division, with their points.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ division: Division }),
    output: v.array(Kitchen),
  }),
  add_kitchen: operation({
    about: 'Opens a kitchen in a community. Refuses: meals.parent_wrong, meals.times_wrong.',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ community: Community, form: KitchenForm }),
    output: Done,
  }),
  save_kitchen: operation({
    about:
      'Changes a kitchen: times, holidays, ways. Orders for days or meals that are shut now are called off, paid back and told; others stay. Refuses: meals.not_there, meals.changed_meanwhile, meals.parent_wrong, meals.times_wrong.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, version: v.number(), form: KitchenForm }),
    output: Done,
  }),
  end_kitchen: operation({
    about:
      'Closes a kitchen for good after a day. Refuses: meals.not_there, meals.still_ordered (orders after that day), meals.parent_wrong (points are open).',
    kind: 'write',
    scope: 'division',
    roles: ['community'],
    input: v.strictObject({ kitchen: Id, on: Day }),
    output: Done,
  }),
  dishes: operation({
    about: "A kitchen's dishes, those no longer cooked last.",
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ kitchen: Id }),
    output: v.array(Dish),
  }),
  save_dish: operation({
    about:
      'Adds a dish (no id) or changes one; menus already published keep their own. Refuses: meals.not_there, meals.changed_meanwhile, meals.dish_taken (name).',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, dish: v.optional(Id), version: v.optional(v.number()), form: DishForm }),
    output: Done,
  }),
  end_dish: operation({
    about: 'A dish is cooked no longer after a day. Refuses: meals.not_there.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ dish: Id, on: Day }),
    output: Done,
  }),
  menus: operation({
    about: 'The menus of a kitchen from a day on, at most 35 days, drafts included, with what is sold and left.',
    kind: 'read',
    scope: 'division',
    roles: ABOVE,
    input: v.strictObject({ kitchen: Id, from: Day, days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(35)) }),
    output: v.array(Menu),
  }),
  save_menu: operation({
    about:
      'Sets what is cooked for one meal of a day. Published or not stays as it was. A dish somebody ordered cannot go, portions cannot fall below what is sold. Refuses: meals.not_there, meals.changed_meanwhile, meals.already_sold, meals.instead_wrong, meals.dish_twice, meals.menu_empty, meals.not_open (that day or meal is not served), meals.too_late (after the end of service).',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({
      kitchen: Id,
      day: Day,
      meal: Meal,
      /** 0 for a new one. */
      version: v.number(),
      items: v.pipe(v.array(ItemForm), v.maxLength(30)),
      note: v.optional(words(100)),
    }),
    output: Done,
  }),
  copy_menus: operation({
    about:
      'Copies a week of menus (Monday to Sunday) to another week as drafts; days that already have a menu, are shut or past are left alone and named. Recipes and prices changed for a day are those of the book again. Refuses: meals.not_there, meals.nothing_to_copy.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, from: Day, to: Day }),
    output: v.strictObject({
      copied: v.array(Day),
      left: v.array(v.strictObject({ day: Day, why: v.string() })),
      /** Names of dishes that are cooked no longer, left off the copies. */
      dropped: v.optional(v.array(v.string())),
    }),
  }),
  publish_menus: operation({
    about:
      'Publishes the drafts from a day until a day: they can be ordered from now on, and portions for standing orders are held. Refuses: meals.not_there, meals.nothing_to_publish, meals.menu_empty.',
    kind: 'write',
    scope: 'division',
    roles: KITCHEN,
    input: v.strictObject({ kitchen: Id, from: Day, until: Day }),
    /** `left`: days whose draft stays one, and why. */
    output: v.strictObject({ published: v.number(), left: v.optional(v.array(v.strictObject({ day: Day, why: v.string() }))) }),
  }),
}
