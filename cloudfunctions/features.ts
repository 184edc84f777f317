/** Every feature of the server: its operations and its collections. A new feature is one line in each table. */
import { collections as kit } from './_kit/collections'
import type { House } from './_kit/serve'
import type { Collections } from './_kit/store/port'
import { collections as account } from './account/collections'
import { operations as accountOperations } from './account/operations'
import { collections as files } from './files/collections'
import { operations as filesOperations } from './files/operations'
import { collections as meals } from './meals/collections'
import { operations as mealsOperations } from './meals/operations'
import { collections as notices } from './notices/collections'
import { operations as noticesOperations } from './notices/operations'
import { collections as people } from './people/collections'
import { operations as peopleOperations } from './people/operations'
import { collections as shifts } from './shifts/collections'
import { operations as shiftsOperations } from './shifts/operations'
import { collections as visits } from './visits/collections'
import { operations as visitsOperations } from './visits/operations'

export const operations: House['operations'] = {
  account: accountOperations,
  files: filesOperations,
  meals: mealsOperations,
  notices: noticesOperations,
  people: peopleOperations,
  shifts: shiftsOperations,
  visits: visitsOperations,
}

export const collections: Collections = { ...kit, ...account, ...files, ...meals, ...notices, ...people, ...shifts, ...visits }
