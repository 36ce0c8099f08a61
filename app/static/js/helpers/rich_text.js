import { safeText } from "./safe_text.js";

const BULLET = /^\s*[-•*]\s+/;
const NUMBER = /^\s*(\d{1,2})[.)]\s+/;
const BOLD = /\*\*(?=\S)(.+?)(?<=\S)\*\*/g;

/**
 * Returns an answer's text as blocks: {kind: "p", lines} or {kind: "ul" | "ol", lines}, each line a list of
 * {text, bold}. Line breaks, "- " and "1. " lists and **bold** are all that an answer may use; the rest is plain text.
 */
export function parseBlocks(source) {
  const blocks = [];
  for (const line of safeText(source).split("\n")) {
    const kind = kindOf(line);
    if (kind === null) blocks.push(null);
    else appendLine(blocks, kind, parseRuns(line.replace(BULLET, "").replace(NUMBER, "")), line);
  }
  return blocks.filter(Boolean);
}

/** Fills `element` with the text, built node by node: nothing in it is ever read as markup. */
export function renderRichText(element, source) {
  element.replaceChildren(...parseBlocks(source).map(renderBlock));
}

/** Returns the text without its marks, for copying and for reading aloud. */
export function plainText(source) {
  return safeText(source).replace(BOLD, "$1").trim();
}

function kindOf(line) {
  if (line.trim() === "") return null;
  if (BULLET.test(line)) return "ul";
  return NUMBER.test(line) ? "ol" : "p";
}

function appendLine(blocks, kind, runs, line) {
  const last = blocks.at(-1);
  if (last?.kind === kind) last.lines.push(runs);
  else blocks.push({ kind, lines: [runs], start: Number(NUMBER.exec(line)?.[1] ?? 1) });
}

function parseRuns(line) {
  const runs = [];
  let end = 0;
  for (const match of line.matchAll(BOLD)) {
    runs.push({ text: line.slice(end, match.index), bold: false }, { text: match[1], bold: true });
    end = match.index + match[0].length;
  }
  runs.push({ text: line.slice(end), bold: false });
  return runs.filter((run) => run.text !== "");
}

function renderBlock({ kind, lines, start }) {
  const block = document.createElement(kind);
  if (kind === "ol") block.start = start;
  lines.forEach((runs, index) => {
    if (kind === "p" && index > 0) block.append(document.createElement("br"));
    block.append(...(kind === "p" ? runs.map(renderRun) : [renderItem(runs)]));
  });
  return block;
}

function renderItem(runs) {
  const item = document.createElement("li");
  item.append(...runs.map(renderRun));
  return item;
}

function renderRun({ text, bold }) {
  if (!bold) return document.createTextNode(text);
  const strong = document.createElement("strong");
  strong.textContent = text;
  return strong;
}
