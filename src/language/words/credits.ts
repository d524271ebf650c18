/** "Photo: Name", "Image from Name", "Source: Name", "© Name" and the like, in the languages that dossierpress knows. */
export const creditLine =
  /^(?:\(?(?:photo|photos|image|images|picture|map|graphic|graphics|illustration|screenshot|video still|courtesy|credit|foto|fotos|bild|bilder|karte|grafik|abbildung|photographie|carte|crédit|imagen|fotografía|mapa|crédito|фото|фотография|изображение|карта|иллюстрация|şəkil|foto|xəritə|fotoğraf|görsel|harita|լուսանկար|լուսանկարը|քարտեզ)(?:\s+credits?|\s+courtesy)?(?:\s*:\s*|\s+(?:from|by|of|courtesy of|via|von|aus|de|par|del|tirée de|из|от)\s+|\s*©\s*)|©\s*)\S/iu

/** Words that a caption begins with, and headings seldom do. */
export const article = /^(?:an?|the|this|eine?r?|der|die|das|une?|les?|la|el|los|las|unos?|unas)\s+\S/iu
