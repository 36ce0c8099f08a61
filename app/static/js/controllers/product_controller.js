import { categoryIcon } from "../helpers/category_icon.js";
import { clone, fill, part, setIcon } from "../helpers/dom.js";
import { formatPesos } from "../helpers/money.js";
import { safeText } from "../helpers/safe_text.js";
import { stockLevel } from "../helpers/stock.js";
import { t, tn } from "../i18n.js";

const FEATURES_SHOWN = 4;

/** One product card. Tapping it asks the assistant about that product. */
export class ProductController {
  constructor(producto, { alone }) {
    this.element = clone("product-template");
    this.element.dataset.id = producto.id;
    this.#writeName(producto);
    this.#writePrice(producto);
    this.#writeFeatures(producto.atributos ?? []);
    this.#writeTexts(producto, alone);
  }

  /** Returns the list of cards for an answer. */
  static list(productos) {
    const list = document.createElement("ol");
    const alone = productos.length === 1;
    list.className = "products";
    list.classList.toggle("products--alone", alone);
    list.setAttribute("aria-label", tn("products", productos.length));
    list.append(...productos.map((producto) => new ProductController(producto, { alone }).element));
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

  #writeFeatures(atributos) {
    const list = this.#part("features");
    list.append(...atributos.slice(0, FEATURES_SHOWN).map(feature));
    list.hidden = atributos.length === 0;
  }

  #writeTexts({ descripcion, atributos = [], motivo }, alone) {
    fill(this.#part("description"), alone || atributos.length === 0 ? safeText(descripcion) : "");
    this.#part("reason-text").textContent = safeText(motivo);
    this.#part("reason").hidden = !motivo;
  }
}

function feature(text) {
  const item = document.createElement("li");
  const isolated = document.createElement("bdi");
  isolated.textContent = safeText(text);
  item.append(isolated);
  return item;
}
