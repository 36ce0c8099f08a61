"""The NLU: a message in, what it means out. Pure: no file, no socket, no clock."""

from collections.abc import Sequence
from threading import Lock

from spacy.language import Language

from app.models.dominio import Intencion, Parse
from app.nlu.attributes import Frases, build_frases
from app.nlu.entity_extractor import Hallazgo, asked_for, build_nlp, extract, ner_model, token_spans
from app.nlu.evidence import know
from app.nlu.features import build_vista
from app.nlu.intent_classifier import IntentClassifier, Probs
from app.nlu.lexicon import CARACTERISTICAS, Lexico, Listas, Nombres, join_names
from app.nlu.linker import Linker
from app.nlu.word_classes import WordClasses


class Nlu:
    """Understands one message at a time; safe to call from several threads.

    Args:
        nlp: the pipeline of `build_nlp`, its own: the lists are written into it.
        intents: the trained classifier.
        listas: synonyms and lists of `data/`.
        lexico: the catalogue's names.
    """

    def __init__(self, nlp: Language, intents: IntentClassifier, listas: Listas, lexico: Lexico) -> None:
        self._nlp, self._intents, self._listas, self.lexico = nlp, intents, listas, lexico
        self.nombres: Nombres = join_names(listas, lexico)
        self.frases: Frases = build_frases(listas.sinonimos.get(CARACTERISTICAS, {}))
        know(nlp, self.nombres, self.frases, WordClasses(listas.palabras))
        self._linker = Linker(self.nombres, self.frases)
        self._lock = Lock()

    def parse(self, texto: str) -> Parse:
        """Returns intent, calibrated confidence and entities of a message of any length and any Unicode."""
        return self.parse_all([texto])[0]

    def parse_all(self, textos: Sequence[str]) -> list[Parse]:
        """Returns the parse of each message; many at once cost a fraction of as many calls of `parse`."""
        if not textos:
            return []
        found, vistas = [], []
        for texto in textos:
            with self._lock, self._nlp.memory_zone():  # The CRF and spaCy's string store serve one thread at a time.
                doc, hallazgos = extract(self._nlp, texto)
                vistas.append(build_vista(doc, token_spans(doc, hallazgos)))
            found.append(hallazgos)
        rows = zip(textos, found, self._intents.predict_proba(vistas), strict=True)
        return [self._build_parse(texto, hallazgos, probs) for texto, hallazgos, probs in rows]

    def _build_parse(self, texto: str, hallazgos: Sequence[Hallazgo], probs: Probs) -> Parse:
        label, confianza = self._intents.decide(probs)
        ranking = sorted(zip(self._intents.labels, probs.tolist(), strict=True), key=lambda row: -row[1])
        return Parse(
            texto,
            Intencion(label),
            confianza,
            tuple((Intencion(name), p) for name, p in ranking),
            tuple(self._linker.link(texto, h) for h in hallazgos if asked_for(label, h.tipo)),
        )

    def with_catalog(self, lexico: Lexico) -> "Nlu":
        """Returns an Nlu that knows this catalogue's names; the trained models are shared, nothing is trained."""
        if lexico == self.lexico:
            return self
        return Nlu(build_nlp(ner_model(self._nlp)), self._intents, self._listas, lexico)
