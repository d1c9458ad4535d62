// Words a second of wink-nlp over the documents of treebanks: npm install && npm start -- FILE.conllu…
// Tokens, sentences, parts of speech and entities; it has no trees. One thread, as Node runs it.
import { readFileSync } from "node:fs";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";

/** Texts of a treebank's documents: sentences parted by a space, paragraphs by a blank line. */
function documents(path) {
  const texts = [];
  let text = "", opensParagraph = false;
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.startsWith("# newdoc") && text) { texts.push(text); text = ""; }
    opensParagraph ||= line.startsWith("# newpar");
    if (line.startsWith("# text = ")) {
      text += (text ? (opensParagraph ? "\n\n" : " ") : "") + line.slice("# text = ".length);
      opensParagraph = false;
    }
  }
  if (text) texts.push(text);
  return texts;
}

const began = performance.now();
const nlp = winkNLP(model, ["sbd", "pos", "ner", "cer"]);
const its = nlp.its;
nlp.readDoc("It begins.");
console.log(`start-up            ${((performance.now() - began) / 1000).toFixed(3)} s, first sentence analysed`);
const texts = process.argv.slice(2).flatMap(documents);
for (let round = 1; round <= 5; round++) {
  let words = 0;
  const start = performance.now();
  for (const text of texts) {
    const doc = nlp.readDoc(text);
    words += doc.tokens().length();
    doc.tokens().out(its.pos);
    doc.sentences().length();
    doc.entities().length();
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(`round ${round}, 1 thread   ${Math.round(words / seconds).toLocaleString("en")} words/s (${words.toLocaleString("en")} words in ${texts.length} documents)`);
}
console.log(`peak memory         ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
