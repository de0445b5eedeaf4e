import { save } from '~/lib/save'

const STYLES = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size']
const [SCALE, EDGE, HEAD] = [2, 16, 34]

/** Draws a chart with its title on a canvas, in the colours of the screen, and saves it as a picture. */
export async function savePicture(svg: SVGSVGElement, title: string, name: string): Promise<void> {
  const { width, height } = svg.getBoundingClientRect()
  const canvas = Object.assign(document.createElement('canvas'), {
    width: (width + 2 * EDGE) * SCALE,
    height: (height + 2 * EDGE + HEAD) * SCALE,
  })
  const drawing = canvas.getContext('2d')
  if (!drawing) return
  const page = getComputedStyle(document.body)
  drawing.scale(SCALE, SCALE)
  drawing.fillStyle = page.backgroundColor
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.fillStyle = page.color
  drawing.font = `600 15px ${page.fontFamily}`
  drawing.fillText(title, EDGE, EDGE + 14)
  drawing.drawImage(await pictured(svg), EDGE, EDGE + HEAD, width, height)
  const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (file) save(file, `${name}.png`)
}

/** The chart as an image: what style sheets say is written on each of its parts. */
async function pictured(svg: SVGSVGElement): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const parts = [svg, ...svg.querySelectorAll<SVGElement>('*')]
  const copied = [copy, ...copy.querySelectorAll<SVGElement>('*')]
  parts.forEach((part, at) => {
    const style = getComputedStyle(part)
    for (const each of STYLES) copied[at]?.style.setProperty(each, style.getPropertyValue(each))
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`
  await image.decode()
  return image
}
