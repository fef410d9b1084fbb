export { LinksCard } from './LinksCard'
