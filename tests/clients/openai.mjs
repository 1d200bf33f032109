// Uses the gateway through the official `openai` client, unchanged, and prints what it saw as one JSON object.
import OpenAI from 'openai'

const client = new OpenAI({ baseURL: process.argv[2], apiKey: process.argv[3], maxRetries: 0 })
const weather = {
  name: 'get_weather',
  description: 'Says how the weather is',
  parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false },
}
const asksForWeather = 'weather? [[stub {"tool":{"name":"get_weather","args":{"city":"Aarhus"}},"after":"4 degrees"}]]'
const seen = {}

seen.models = (await client.models.list()).data.map((model) => model.id)
seen.model = (await client.models.retrieve('openclaw/default')).id

const chat = await client.chat.completions.create({
  model: 'openclaw',
  messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'hello [[stub {"text":"plain answer"}]]' }],
})
seen.chat = { text: chat.choices[0].message.content, reason: chat.choices[0].finish_reason, tokens: chat.usage.total_tokens }

const stream = client.chat.completions.stream({
  model: 'openclaw',
  stream_options: { include_usage: true },
  messages: [{ role: 'user', content: 'hello [[stub {"text":"streamed answer in parts","chunks":4,"delayMs":20}]]' }],
})
let pieces = 0
stream.on('content', () => pieces++)
const streamed = await stream.finalChatCompletion()
seen.stream = { text: streamed.choices[0].message.content, reason: streamed.choices[0].finish_reason, tokens: streamed.usage.total_tokens, pieces: pieces > 1 }

const runner = client.chat.completions.runTools({
  model: 'openclaw',
  messages: [{ role: 'user', content: asksForWeather }],
  tools: [{ type: 'function', function: { ...weather, parse: JSON.parse, function: ({ city }) => `4 C in ${city}` } }],
})
seen.tools = await runner.finalContent()

const toolStream = client.chat.completions.stream({
  model: 'openclaw',
  messages: [{ role: 'user', content: asksForWeather }],
  tools: [{ type: 'function', function: weather }],
})
const calls = (await toolStream.finalChatCompletion()).choices[0].message.tool_calls
seen.toolStream = calls.map((call) => ({ name: call.function.name, arguments: call.function.arguments }))

const response = await client.responses.create({ model: 'openclaw', input: 'hello [[stub {"text":"plain answer"}]]' })
seen.response = { text: response.output_text, status: response.status, tokens: response.usage.total_tokens }

const responseStream = client.responses.stream({ model: 'openclaw', input: 'hello [[stub {"text":"streamed answer","chunks":3,"delayMs":20}]]' })
const kinds = []
for await (const event of responseStream) if (kinds.at(-1) !== event.type) kinds.push(event.type)
seen.responseStream = { text: (await responseStream.finalResponse()).output_text, kinds }

const asked = await client.responses.create({ model: 'openclaw', input: asksForWeather, tools: [{ type: 'function', strict: false, ...weather }] })
const call = asked.output.find((item) => item.type === 'function_call')
const told = await client.responses.create({
  model: 'openclaw',
  previous_response_id: asked.id,
  input: [{ type: 'function_call_output', call_id: call.call_id, output: '4 C' }],
  tools: [{ type: 'function', strict: false, ...weather }],
})
seen.responseTools = { name: call.name, arguments: call.arguments, text: told.output_text }

try {
  await client.chat.completions.create({ model: 'openclaw', messages: [{ role: 'user', content: 'x [[stub {"status":400,"text":"stub says no"}]]' }] })
} catch (problem) {
  seen.failure = { status: problem.status, kind: problem.constructor.name }
}
try {
  await new OpenAI({ baseURL: process.argv[2], apiKey: 'nope', maxRetries: 0 }).models.list()
} catch (problem) {
  seen.refused = { status: problem.status, kind: problem.constructor.name }
}
console.log(JSON.stringify(seen))
