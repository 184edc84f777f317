/** The contract as OpenAPI 3.1: every operation with its schemas, roles, kind and refusals. What a schema only checks in code (`v.check`) is left to the words. */
import { contract } from '@domain'
import type { Feature, Operation } from '@domain/contract'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'

type Json = { [field: string]: unknown }

/** The description of this server. Demo operations are in it only where they exist. */
export function openapi({ version, demo }: { version: string; demo: boolean }): Json {
  const paths: Json = {}
  for (const [feature, operations] of Object.entries(contract as { [feature: string]: Feature }))
    for (const [name, operation] of Object.entries(operations))
      if (demo || !operation.demo) paths[`/api/${feature}.${name}`] = { post: described(feature, name, operation) }
  return {
    openapi: '3.1.0',
    info: { title: '两邻', version, description: ABOUT },
    tags: Object.keys(contract).map(name => ({ name })),
    paths,
    components: { schemas: { Refused: REFUSED }, responses: RESPONSES, securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  }
}

const ABOUT =
  'Every operation is one POST. It answers { "ok": output } or { "refused": { code, message, at } }; `message` is one Chinese sentence for the person. ' +
  'What is not there and what is not allowed look the same. A write carries an Idempotency-Key: the same key and input get the same answer for 30 days.'

const REFUSED = {
  type: 'object',
  properties: {
    refused: {
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' }, at: { type: 'string' } },
      required: ['code', 'message'],
      additionalProperties: false,
    },
  },
  required: ['refused'],
  additionalProperties: false,
}

const MEANINGS: [status: string, description: string][] = [
  ['401', 'Nobody is signed in'],
  ['404', 'Not there, or not allowed'],
  ['409', 'The state does not allow it, or the key was used for another input'],
  ['413', 'Too large'],
  ['422', 'The input is wrong'],
  ['429', 'Too many'],
  ['500', 'A bug; the sentence carries a number for the log'],
]
const refusal = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refused' } } },
})
const RESPONSES = Object.fromEntries(MEANINGS.map(([status, description]) => [`refused${status}`, refusal(description)]))

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Made by the client, up to 64 visible ASCII characters; unique per person and operation.',
  schema: { type: 'string', minLength: 1, maxLength: 64 },
}

function described(feature: string, name: string, operation: Operation): Json {
  const { about, kind, scope, roles, keyless } = operation
  const keyed = kind === 'write' && !keyless
  const lines = [
    about,
    `Kind: ${kind}. Scope: ${scope}.`,
    roles.length > 0 ? `Roles: ${roles.join(', ')}.` : '',
    keyless ? `Takes no Idempotency-Key: ${keyless}.` : '',
    operation.demo ? 'Exists in demo mode only.' : '',
  ]
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: about.split(/\. |: /)[0].replace(/\.$/, ''),
    description: lines.filter(Boolean).join('\n\n'),
    security: scope === 'public' ? [] : [{ session: [] }],
    'x-kind': kind,
    'x-scope': scope,
    'x-roles': roles,
    'x-refusals': refusalsOf(about),
    ...(keyed ? { parameters: [KEY] } : {}),
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(operation.input, 'input') } } },
    responses: { 200: answered(operation.output), ...Object.fromEntries(statuses(operation)) },
  }
}

const statuses = ({ scope }: Operation) =>
  MEANINGS.filter(([status]) => scope !== 'public' || status !== '401').map(([status]) => [
    status,
    { $ref: `#/components/responses/refused${status}` },
  ])

/** The codes an operation's sentence names after "Refuses:". */
export const refusalsOf = (about: string): string[] =>
  [...(about.split('Refuses')[1] ?? '').matchAll(/\b[a-z]+\.[a-z0-9_]+\b/g)].map(it => it[0])

const answered = (output: GenericSchema) => ({
  description: 'Done',
  content: {
    'application/json': {
      schema: { type: 'object', properties: { ok: schemaOf(output, 'output') }, required: ['ok'], additionalProperties: false },
    },
  },
})

function schemaOf(schema: GenericSchema, typeMode: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = toJsonSchema(schema as Parameters<typeof toJsonSchema>[0], {
    errorMode: 'ignore',
    target: 'draft-2020-12',
    typeMode,
  })
  return rest
}
