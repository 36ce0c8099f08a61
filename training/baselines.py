"""What simple means do on the same messages: always the same label, a list of cue words, plain TF-IDF."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from app.models.dominio import Intencion
from app.nlu.normalize import fold
from training.rasa_yaml import Mensaje

Baseline = Callable[[Sequence[Mensaje], Sequence[str]], list[str]]

# The first line with a match decides: what a shop would write in an afternoon.
_CUES: Final = tuple(
    (re.compile(pattern), intent.value)
    for pattern, intent in (
        (r"\b(compar\w*|vs|versus|diferencia|mas barat[oa] que|cual es (el|la) mas barat)", Intencion.COMPARAR_PRECIOS),
        (r"\b(recom\w+|conviene|aconsej\w+|suger\w+|idea|mejor)\b", Intencion.RECOMENDAR_CATEGORIA),
        (r"\b(cuanto (cuesta|sale|vale)|stock|garantia|ficha|trae|incluye|pesa|mide)\b", Intencion.INFO_PRODUCTO),
        (r"\b(ayuda|puedes hacer|no entiend\w+|como (busco|funciona)|persona|humano)\b", Intencion.AYUDA),
        (r"\b(busco|quiero|necesito|tienen|hay|muestra\w*|venden|ver|mas barat\w+)\b", Intencion.BUSCAR_PRODUCTO),
        (r"\b(hola\w*|buen[oa]s|gracias|chao|adios|ok|wena)\b", Intencion.SALUDO),
    )
)


def majority(train: Sequence[Mensaje], texts: Sequence[str]) -> list[str]:
    """Returns the most frequent training label for every text."""
    (label, _), *_ = Counter(m.intent for m in train).most_common(1)
    return [label] * len(texts)


def keywords(train: Sequence[Mensaje], texts: Sequence[str]) -> list[str]:
    """Returns the label of the first cue in each text, out of scope where there is none."""
    return [
        next((intent for pattern, intent in _CUES if pattern.search(fold(text))), Intencion.NO_RECONOCIDA.value)
        for text in texts
    ]


def plain_tfidf(train: Sequence[Mensaje], texts: Sequence[str]) -> list[str]:
    """Returns the labels by TF-IDF of the words as typed and multinomial logistic regression, nothing tuned."""
    model = make_pipeline(TfidfVectorizer(), LogisticRegression(max_iter=1_000))
    model.fit([m.text for m in train], [m.intent for m in train])
    return [str(label) for label in model.predict(texts)]


BASELINES: Final[dict[str, Baseline]] = {
    "majority label": majority,
    "cue words": keywords,
    "plain TF-IDF + LR": plain_tfidf,
}
