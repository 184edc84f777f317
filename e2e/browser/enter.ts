/** Coming in at the front door, as people do. */
import type { Person } from './person'
import type { Server } from './server'

const DOOR = '/#/account/pages/enter/index'

/** One tap on a demo person's name. */
export async function enterDemo(person: Person, name: string): Promise<void> {
  await person.page.goto(person.url + DOOR)
  await person.tap(new RegExp(`^${name}`))
  await person.comesTo(/pages\/home\/index/)
}

/** A phone, then the code that was sent to it (the console is the sender here). */
export async function enterByCode(person: Person, server: Server, phone: string): Promise<void> {
  await person.page.goto(person.url + DOOR)
  await person.types('手机号', phone)
  await person.types(/验证码/, await server.code(phone, () => person.tap('发验证码给我')))
  await person.tap('登录')
  await person.comesTo(/pages\/home\/index/)
  expect(person.errors).toEqual([])
}
