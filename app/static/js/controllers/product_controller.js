import { categoryIcon } from "../helpers/category_icon.js";
import { clone, fill, part, setIcon } from "../helpers/dom.js";
import { mainFeatures } from "../helpers/features.js";
import { formatPesos } from "../helpers/money.js";
import { safeText } from "../helpers/safe_text.js";
import { stockLevel } from "../helpers/stock.js";
import { t, tn } from "../i18n.js";

const FEATURES_SHOWN = 4;

/** One product card. Tapping it asks the assistant about that product. */
export class ProductController {
  constructor(producto, { described }) {
    this.element = clone("product-template");
    this.element.dataset.id = producto.id;
    this.#writeName(producto);
    this.#writePrice(producto);
    this.#writeFeatures(mainFeatures(producto, FEATURES_SHOWN));
    this.#writeTexts(producto, described);
  }

  /** Returns the list of cards for an answer. A product alone is described, unless the answer's text has done it. */
  static list(productos, text) {
    const list = document.createElement("ol");
    const alone = productos.length === 1;
    const described = alone && !text.includes(productos[0].descripcion);
    list.className = "products";
    list.classList.toggle("products--alone", alone);
    list.setAttribute("aria-label", tn("products", productos.length));
    list.append(...productos.map((producto) => new ProductController(producto, { described }).element));
    return list;
  }

  // Internal

  #part(name) {
    return part(this.element, name);
  }

  #writeName({ nombre, marca, categoria }) {
    const name = safeText(nombre);
    this.#part("name").textContent = name;
    const kind = [marca, categoria].filter(Boolean).map(safeText).join(" · ");
    fill(this.#part("brand"), kind);
    setIcon(this.#part("tile"), categoryIcon(categoria));
    const open = this.element.querySelector(".product__open");
    open.dataset.say = `Ficha técnica de ${name}`;
    open.title = t("product_more", { nombre: name });
  }

  #writePrice({ precio, stock }) {
    this.#part("price").textContent = formatPesos(precio);
    const level = stockLevel(stock);
    const words = { out: () => t("out_of_stock"), low: () => tn("low_stock", stock), ok: () => t("in_stock") };
    this.#part("stock").textContent = words[level]();
    this.#part("stock").dataset.level = level;
    this.element.dataset.stock = level;
  }

  #writeFeatures(features) {
    const list = this.#part("features");
    list.append(...features.map(featureItem));
    list.hidden = features.length === 0;
  }

  #writeTexts({ descripcion, motivo }, described) {
    const needed = described || this.#part("features").hidden;
    fill(this.#part("description"), needed ? safeText(descripcion) : "");
    this.#part("reason-text").textContent = safeText(motivo);
    this.#part("reason").hidden = !motivo;
  }
}

function featureItem(text) {
  const item = document.createElement("li");
  const isolated = document.createElement("bdi");
  isolated.textContent = text;
  item.append(isolated);
  return item;
}
