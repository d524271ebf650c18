/** What an imprint or a notice of rights begins or ends with, or the number of a book or a journal: such a line may end like a sentence and stand on all pages. */
export const imprint =
  /^(?:\u00A9|\(c\)\s|copyright\b)|\bIS[BS]N\b|(?:rights reserved|rechte vorbehalten|droits r\u00E9serv\u00E9s|derechos reservados|\u043F\u0440\u0430\u0432\u0430 \u0437\u0430\u0449\u0438\u0449\u0435\u043D\u044B|haklar\u0131 sakl\u0131d\u0131r|h\u00FCquqlar\u0131 qorunur)\.?$/iu
