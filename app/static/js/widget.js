// Puts the chat on any page:
//   <script src="https://chat.example.com/static/js/widget.js" data-title="¿Te ayudo?" async></script>
// data-title: the button's words · data-position: "right" (default) or "left" · data-open: opens it at once
// data-lang: "es" or "en", until the person chooses · data-color: the button's background, any CSS colour
// The button and the panel live in a shadow root, the chat itself in a frame of its own: neither can disturb the
// shop's page, nor be disturbed by it. The operator lists the shops' origins in WIDGET_ORIGINS.
(() => {
  const TEXTS = {
    es: {
      title: "¿Te ayudo a elegir?",
      close: "Cerrar el chat",
      opening: "Abriendo el asistente…",
      waking: "El asistente está despertando. Puede tardar hasta un minuto.",
      failed: "El asistente no está disponible en esta página. Inténtalo más tarde.",
    },
    en: {
      title: "Can I help you choose?",
      close: "Close the chat",
      opening: "Opening the assistant…",
      waking: "The assistant is waking up. It can take up to a minute.",
      failed: "The assistant is not available on this page. Please try again later.",
    },
  };
  const WAKING_AFTER_MS = 6_000;
  const FAILED_AFTER_LOAD_MS = 5_000; // a page that has come and says nothing by then is not the chat
  const script = document.currentScript;
  const { position, color = "#0b6658", open } = script.dataset;
  const lang = script.dataset.lang === "en" ? "en" : "es";
  const texts = TEXTS[lang];
  const { origin } = new URL(script.src);
  const title = script.dataset.title || texts.title;
  const STYLE = `
    :host { all: initial; position: fixed; z-index: 2147483000; bottom: max(16px, env(safe-area-inset-bottom)); }
    :host([data-position="right"]) { right: 16px; } :host([data-position="left"]) { left: 16px; }
    * { box-sizing: border-box; font: 16px/1.4 -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
    .launcher { display: flex; gap: 10px; align-items: center; min-height: 52px; padding: 12px 20px 12px 16px;
      border: 0; border-radius: 26px; color: #fff; font-weight: 600; line-height: 1.2; cursor: pointer;
      box-shadow: 0 8px 24px rgb(10 30 25 / .28); }
    .launcher:hover { filter: brightness(1.08); }
    .launcher:focus-visible { outline: 3px solid #fff; outline-offset: -5px; }
    [hidden] { display: none !important; }
    svg { width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }
    .panel { position: fixed; bottom: 16px; overflow: hidden;
      width: min(420px, calc(100vw - 32px));
      height: min(680px, calc(100dvh - 32px));
      border-radius: 20px; background: #f5f6f3; color: #17211c; box-shadow: 0 16px 56px rgb(10 30 25 / .32); }
    :host([data-position="right"]) .panel { right: 16px; } :host([data-position="left"]) .panel { left: 16px; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    .wait { position: absolute; inset: 0; display: grid; place-content: center; justify-items: center; gap: 16px;
      padding: 32px; background: inherit; text-align: center; }
    .wait p { margin: 0; }
    .close { min-height: 44px; padding: 8px 18px; border: 1px solid currentColor; border-radius: 24px; background: none;
      color: inherit; font-weight: 550; cursor: pointer; }
    .close:focus-visible { outline: 3px solid #0b6658; outline-offset: 2px; }
    @media (prefers-color-scheme: dark) { .panel { background: #121815; color: #eaf0ec; }
      .close:focus-visible { outline-color: #6fd0b8; } }
    @media (max-width: 480px) { .panel { inset: 0 !important; width: 100vw; height: 100dvh; border-radius: 0; } }`;

  const host = document.createElement("asistente-compras");
  const root = host.attachShadow({ mode: "open" });
  const launcher = make("button", { type: "button", className: "launcher" });
  const panel = make("div", { className: "panel", hidden: true });
  const wait = make("div", { className: "wait" });
  const words = make("p", {});
  const close = make("button", { type: "button", className: "close", textContent: texts.close });
  let frame = null;
  let ready = false;
  let timer = null;

  function build() {
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    host.lang = lang;
    host.dataset.position = position === "left" ? "left" : "right";
    buildLauncher();
    panel.setAttribute("role", "dialog");
    panel.setAttribute("aria-label", title);
    words.setAttribute("role", "status");
    wait.append(words, close);
    panel.append(wait);
    root.append(launcher, panel);
    document.body.append(host);
  }

  function buildLauncher() {
    launcher.style.background = color;
    launcher.setAttribute("aria-expanded", "false");
    launcher.append(bubbleIcon(), title);
  }

  function listen() {
    launcher.addEventListener("click", show);
    close.addEventListener("click", hide);
    panel.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
    addEventListener("message", ({ source, data }) => {
      if (!frame || source !== frame.contentWindow) return;
      if (data?.type === "asistente:listo") greet();
      if (data?.type === "asistente:cerrar") hide();
    });
  }

  function bubbleIcon() {
    const names = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(names, "svg");
    const path = document.createElementNS(names, "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", "M4 5h16v11H10l-5 4v-4H4zM8 9.5h8M8 12.5h5");
    svg.append(path);
    return svg;
  }

  /** The frame is made on first use: until then the chat costs the shop's page one small script. */
  function show() {
    panel.hidden = false;
    launcher.hidden = true;
    launcher.setAttribute("aria-expanded", "true");
    if (!frame) openFrame();
    (ready ? frame : close).focus();
  }

  function openFrame() {
    tell(texts.opening);
    timer = setTimeout(tell, WAKING_AFTER_MS, texts.waking);
    frame = make("iframe", { title, allow: "microphone; clipboard-write" });
    frame.src = `${origin}/?embed=1&default_lang=${lang}`;
    frame.addEventListener("load", expectGreeting);
    panel.prepend(frame);
  }

  function expectGreeting() {
    clearTimeout(timer);
    if (!ready) timer = setTimeout(tell, FAILED_AFTER_LOAD_MS, texts.failed);
  }

  function tell(text) {
    words.textContent = text;
    wait.hidden = false;
  }

  function greet() {
    const focused = root.activeElement === close;
    ready = true;
    clearTimeout(timer);
    wait.hidden = true;
    if (focused) frame.focus();
  }

  function hide() {
    panel.hidden = true;
    launcher.hidden = false;
    launcher.setAttribute("aria-expanded", "false");
    launcher.focus();
    if (!ready) discard(); // the next time it is tried anew
  }

  function discard() {
    clearTimeout(timer);
    frame?.remove();
    frame = null;
  }

  function make(tag, properties) {
    return Object.assign(document.createElement(tag), properties);
  }

  function start() {
    build();
    listen();
    if (open !== undefined) show();
  }

  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
})();
