/* What other features may ask of the library of templates. */
export { templateQuery, templatesOptions, type Template, type TemplateDetail, type Version } from '../templates/query'
