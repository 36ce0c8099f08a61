// The chat page: makes every part and joins them. Nothing is decided here.

import { eraseSession, rate, renewSession } from "./api.js";
import { AnnouncerController } from "./controllers/announcer_controller.js";
import { ComposerController } from "./controllers/composer_controller.js";
import { DialogsController } from "./controllers/dialogs_controller.js";
import { EmbedController } from "./controllers/embed_controller.js";
import { FiltersController } from "./controllers/filters_controller.js";
import { MenuController } from "./controllers/menu_controller.js";
import { MessagesController } from "./controllers/messages_controller.js";
import { ScrollController } from "./controllers/scroll_controller.js";
import { SessionController } from "./controllers/session_controller.js";
import { SocketController } from "./controllers/socket_controller.js";
import { StatusController } from "./controllers/status_controller.js";
import { VoiceController } from "./controllers/voice_controller.js";
import { hasFinePointer, reveal } from "./helpers/dom.js";
import { plainText } from "./helpers/rich_text.js";
import { tabStorage } from "./helpers/tab_storage.js";
import { t, tn } from "./i18n.js";
import { Conversation } from "./models/conversation.js";
import { Link } from "./models/link_state.js";
import { Outbox } from "./models/outbox.js";
import { socketUrl } from "./protocol.js";

const ERASED = "erased";
const element = (id) => document.getElementById(id);

const storage = tabStorage();
const otherTabs = new BroadcastChannel("asistente"); // the tabs that share this session's cookie
const announcer = new AnnouncerController(element("announcer"));
const announce = (text) => announcer.announce(text);
const conversation = new Conversation(conversationChanged);
const socket = new SocketController({
  url: socketUrl(location),
  onFrame: (frame) => session.receive(frame),
  onState: linkChanged,
  renewSession,
});
const session = new SessionController({
  conversation,
  outbox: new Outbox(storage),
  socket,
  onAnswer: readAloud,
  onNotice: (text) => composer.tell(text),
});
const status = new StatusController({
  label: element("status"), banner: element("banner"), announce, reconnect: () => socket.retryNow(),
});
const messages = new MessagesController({
  list: element("turns"),
  welcome: element("welcome"),
  actions: { say: sayTapped, retry: (id) => session.retry(id), edit, rate: storeRating },
});
const composer = new ComposerController({ form: element("composer"), note: element("composer-note"), storage, say });
const filters = new FiltersController({ element: element("filters"), say: sayTapped });
const scroll = new ScrollController({
  scroller: element("conversation"),
  list: element("turns"),
  end: element("conversation-end"),
  onAway: (away) => reveal(element("latest"), away, element("conversation")),
});

const embed = new EmbedController(element("close-chat"));

new VoiceController({ button: element("voice"), composer, announce });
new MenuController(element("menu"));
new DialogsController({ root: document, eraseDialog: element("erase-dialog"), erase });

element("stop").addEventListener("click", stop);
element("latest").addEventListener("click", () => scroll.toEnd());
element("welcome").addEventListener("click", ({ target }) => {
  const example = target.closest("[data-say]");
  if (example) sayTapped(example.dataset.say);
});
document.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && escape(event));

otherTabs.addEventListener("message", ({ data }) => data === ERASED && startAnew());

session.restore();
socket.connect();
embed.ready();

function say(text) {
  session.say(text);
  scroll.followQuestion();
}

/** A tapped button may vanish with the next answer: the focus goes where it can stay, without opening a keyboard. */
function sayTapped(text) {
  say(text);
  if (hasFinePointer()) composer.focus();
  else element("conversation").focus({ preventScroll: true });
}

function edit(id) {
  composer.write(session.withdraw(id));
  composer.focus();
}

async function storeRating(id, vote) {
  const kept = await rate(id, vote);
  if (kept) conversation.rate(id, vote.util);
  return kept;
}

async function erase() {
  if (!(await eraseSession())) return false;
  await renewSession();
  startAnew();
  otherTabs.postMessage(ERASED);
  return true;
}

/** Leaves the erased session for the new one; tabs do so once its cookie is there. */
function startAnew() {
  session.forget();
  socket.restart();
  announce(t("erase_done"));
}

function stop() {
  session.stop();
  composer.focus();
}

function escape({ target }) {
  if (target.closest?.("dialog, details, .reason")) return;
  if (conversation.busy) stop();
  else embed.close();
}

function conversationChanged(change) {
  messages.apply(change);
  if (change.kind === "token") return;
  reveal(element("stop"), conversation.busy, element("conversation"));
  showFilters();
}

function showFilters() {
  const filtros = conversation.latestAnswer()?.filtros;
  filters.show(filtros, conversation.productNames(filtros?.productos ?? []));
}

function linkChanged(state) {
  status.show(state);
  if (state !== Link.ONLINE) session.connectionLost();
}

function readAloud({ text, productos = [] }) {
  const count = productos.length > 0 ? ` ${tn("products", productos.length)}.` : "";
  announce(`${t("assistant_said")} ${plainText(text)}${count}`);
}
