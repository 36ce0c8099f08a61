// Puts the chat on any page:
//   <script src="https://chat.example.com/static/js/widget.js" data-title="¿Te ayudo?" async></script>
// data-title: the button's words · data-position: "right" (default) or "left" · data-lang: "es" or "en"
// data-color: the button's background, any CSS colour · data-open: opens it at once
// The button and the panel live in a shadow root, the chat itself in a frame of its own: neither can disturb the
// shop's page, nor be disturbed by it. The operator lists the shops' origins in WIDGET_ORIGINS.
(() => {
  const script = document.currentScript;
  const { title = "¿Te ayudo a elegir?", position = "right", lang = "es", color = "#0b6658", open } = script.dataset;
  const { origin } = new URL(script.src);
  const CLOSE = "asistente:cerrar";
  const STYLE = `
    :host { all: initial; position: fixed; z-index: 2147483000; bottom: max(16px, env(safe-area-inset-bottom)); }
    :host([data-position="right"]) { right: 16px; } :host([data-position="left"]) { left: 16px; }
    * { box-sizing: border-box; }
    button { display: flex; gap: 10px; align-items: center; min-height: 52px; padding: 12px 20px 12px 16px; border: 0;
      border-radius: 26px; color: #fff;
      font: 600 16px/1.2 -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
      cursor: pointer; box-shadow: 0 8px 24px rgb(10 30 25 / .28); }
    button:hover { filter: brightness(1.08); }
    button:focus-visible { outline: 3px solid #fff; outline-offset: -5px; }
    button[hidden], .panel[hidden] { display: none; }
    svg { width: 24px; height: 24px; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }
    .panel { position: fixed; bottom: 16px; overflow: hidden;
      width: min(420px, calc(100vw - 32px));
      height: min(680px, calc(100dvh - 32px));
      border-radius: 20px; background: Canvas; box-shadow: 0 16px 56px rgb(10 30 25 / .32); }
    :host([data-position="right"]) .panel { right: 16px; } :host([data-position="left"]) .panel { left: 16px; }
    iframe { display: block; width: 100%; height: 100%; border: 0; }
    @media (max-width: 480px) { .panel { inset: 0 !important; width: 100vw; height: 100dvh; border-radius: 0; } }`;

  const host = document.createElement("asistente-compras");
  const root = host.attachShadow({ mode: "open" });
  const launcher = document.createElement("button");
  const panel = document.createElement("div");

  function build() {
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    root.adoptedStyleSheets = [style];
    host.dataset.position = position === "left" ? "left" : "right";
    panel.className = "panel";
    panel.hidden = true;
    buildLauncher();
    root.append(launcher, panel);
    document.body.append(host);
    addEventListener("message", (event) => event.origin === origin && event.data?.type === CLOSE && hide());
    if (open !== undefined) show();
  }

  function buildLauncher() {
    launcher.type = "button";
    launcher.style.background = color;
    launcher.setAttribute("aria-expanded", "false");
    launcher.append(bubbleIcon(), title);
    launcher.addEventListener("click", show);
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
    if (!panel.firstChild) panel.append(chatFrame());
    panel.hidden = false;
    launcher.hidden = true;
    launcher.setAttribute("aria-expanded", "true");
    panel.firstChild.focus();
  }

  function chatFrame() {
    const frame = document.createElement("iframe");
    frame.src = `${origin}/?embed=1${lang === "en" ? "&lang=en" : ""}`;
    frame.title = title;
    frame.allow = "microphone; clipboard-write";
    return frame;
  }

  function hide() {
    panel.hidden = true;
    launcher.hidden = false;
    launcher.setAttribute("aria-expanded", "false");
    launcher.focus();
  }

  if (document.body) build();
  else addEventListener("DOMContentLoaded", build);
})();
