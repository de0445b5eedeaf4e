/** Changes on their way: the same one asked for again meanwhile, as by a double click, is the same one. */
const underWay = new Map<string, Promise<Response>>()

async function nameOf(request: Request): Promise<string | null> {
  if (request.method === 'GET' || request.method === 'HEAD' || !(request.headers.get('Content-Type') ?? '').startsWith('application/json')) return null
  return [request.method, request.url, await request.clone().text()].join(' ')
}

/** Sends a request; while a change is under way an equal one is not sent but gets the same answer. */
export async function once(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
  const name = await nameOf(request)
  if (name === null) return send(request)
  let answer = underWay.get(name)
  if (!answer) {
    const forget = () => underWay.delete(name)
    answer = send(request)
    underWay.set(name, answer)
    request.signal.addEventListener('abort', forget)
    void answer.then(forget, forget)
  }
  return (await answer).clone()
}
