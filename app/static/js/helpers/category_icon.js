// Words of a category's name, without accents, and the icon that goes with them. The first that fits wins.
const ICONS = [
  [/notebook|laptop|portatil/, "laptop"],
  [/escritorios$|^escritorio$/, "desk"],
  [/computador|pc\b/, "computer"],
  [/monitor|televisor|proyector/, "screen"],
  [/tablet/, "tablet"],
  [/impresora/, "printer"],
  [/teclado/, "keyboard"],
  [/mouse/, "mouse"],
  [/almacenamiento|disco|memoria/, "disk"],
  [/router|red/, "wifi"],
  [/tarjeta/, "chip"],
  [/celular|telefono/, "phone"],
  [/watch|reloj/, "watch"],
  [/cargador|cable/, "plug"],
  [/audifono/, "headphones"],
  [/parlante|soundbar/, "speaker"],
  [/consola|control|videojuego/, "gamepad"],
  [/silla/, "chair"],
  [/camara/, "camera"],
  [/dron/, "drone"],
  [/refrigerador|freezer/, "fridge"],
  [/lavadora|secadora(?!.*pelo)|lavavajilla/, "washer"],
  [/cocina|horno|microonda|freidora/, "oven"],
  [/cafetera|hervidor|licuadora/, "cup"],
  [/aspiradora|plancha/, "home"],
  [/aire|ventilador/, "fan"],
  [/estufa/, "flame"],
  [/colchon|cama/, "bed"],
  [/sofa/, "sofa"],
  [/lampara/, "lamp"],
  [/bicicleta/, "bike"],
  [/zapatilla|trotadora/, "shoe"],
  [/carpa/, "tent"],
  [/polera|chaqueta/, "shirt"],
  [/mochila/, "backpack"],
  [/perfume|secador|afeitadora|belleza/, "drop"],
  [/bebe|juguete|nino/, "toy"],
];

/** Returns the name of the icon for a category, "bag" for one that no word tells. */
export function categoryIcon(categoria) {
  const name = String(categoria ?? "").toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return ICONS.find(([words]) => words.test(name))?.[1] ?? "bag";
}
