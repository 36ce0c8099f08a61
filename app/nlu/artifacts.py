"""The trained artefacts on disk: the only I/O of the NLU. Everything is checked against the manifest before use."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import joblib
import numpy as np
import spacy

from app.errors import ArtifactMismatch, ArtifactMissing
from app.models.dominio import Intencion
from app.nlu import tokens as _tokens  # registers the language of the pipeline
from app.nlu.lexicon import read_lexicon as read_lexicon
from app.nlu.pipeline import Nlu
from app.nlu.vectors import VectorModel

MANIFEST: Final = "manifest.json"
NLP_FOLDER: Final = "nlp"
INTENTS_FILE: Final = "intents.joblib"
LEXICON_FILE: Final = "lexicon.json"
VECTORS_FILE: Final = "vectores.joblib"
LIBRARIES: Final = ("spacy", "numpy", "python-crfsuite", "pystemmer")
# The code that turns text into features: models trained by another version of it would read other features.
FEATURE_CODE: Final = (
    *("normalize", "words", "hashed", "word_classes", "tokens", "evidence", "ner_features", "ner", "entity_extractor"),
    *("features", "intent_classifier", "calibration"),
)
_FORMAT: Final = 1


def load_artifacts(folder: Path) -> Nlu:
    """Returns the trained NLU.

    Raises:
        ArtifactMissing: the manifest, or a file that it names, is not there.
        ArtifactMismatch: a file was changed or cut, or the artefacts were made by other code or libraries.
    """
    manifest = read_manifest(folder)
    _check_origin(manifest)
    for name, entry in manifest["files"].items():
        _check_file(folder, name, entry)
    listas, lexico = read_lexicon(json.loads((folder / LEXICON_FILE).read_text(encoding="utf-8")))
    nlp = spacy.load(folder / NLP_FOLDER)
    return Nlu(nlp, joblib.load(folder / INTENTS_FILE), listas, lexico)


def load_vector_model(folder: Path) -> VectorModel:
    """Returns the trained model of product vectors.

    Raises:
        ArtifactMissing, ArtifactMismatch: as `load_artifacts`.
    """
    manifest = read_manifest(folder)
    if VECTORS_FILE not in manifest["files"]:
        raise ArtifactMissing(VECTORS_FILE, "is not in the manifest")
    _check_file(folder, VECTORS_FILE, manifest["files"][VECTORS_FILE])
    model: VectorModel = joblib.load(folder / VECTORS_FILE)
    # The product with a sparse row copies 2 MB of axes for every text, unless they lie as it reads them: 1.2 -> 0.6 ms.
    svd = model.pipeline[-1]
    svd.components_ = np.asfortranarray(svd.components_)
    return model


def read_manifest(folder: Path) -> dict[str, Any]:
    """Returns the manifest of a folder of artefacts."""
    path = folder / MANIFEST
    if not path.is_file():
        raise ArtifactMissing(MANIFEST, f"not found in {folder}")
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ArtifactMismatch(MANIFEST, f"is not JSON ({error})") from error
    if not isinstance(manifest, dict) or manifest.get("format") != _FORMAT:
        raise ArtifactMismatch(MANIFEST, f"is not of format {_FORMAT}")
    return manifest


def write_manifest(folder: Path, details: Mapping[str, Any]) -> None:
    """Writes the manifest of the artefacts in a folder; `details` adds labels, thresholds, seed, hashes and metrics."""
    single = [folder / name for name in (INTENTS_FILE, LEXICON_FILE, VECTORS_FILE)]
    files = [*single, *sorted((folder / NLP_FOLDER).rglob("*"))]
    manifest = {
        "format": _FORMAT,
        "files": {
            path.relative_to(folder).as_posix(): {"sha256": sha256([path]), "bytes": path.stat().st_size}
            for path in files
            if path.is_file()
        },
        "versions": {name: version(name) for name in LIBRARIES},
        "code": feature_code_hash(),
        **details,
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def sha256(paths: Iterable[Path]) -> str:
    """Returns the hash of the content of these files, in this order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def feature_code_hash() -> str:
    """Returns the hash of the code that makes features."""
    here = Path(_tokens.__file__).parent
    return sha256([here / f"{name}.py" for name in FEATURE_CODE])


def _check_origin(manifest: Mapping[str, Any]) -> None:
    """Refuses artefacts of other libraries, other labels or other feature code."""
    for name, trained in manifest["versions"].items():
        if version(name) != trained:
            raise ArtifactMismatch(MANIFEST, f"was trained with {name} {trained}, installed is {version(name)}")
    if sorted(manifest["labels"]) != sorted(Intencion):
        raise ArtifactMismatch(MANIFEST, f"has other labels: {', '.join(manifest['labels'])}")
    if manifest["code"] != feature_code_hash():
        raise ArtifactMismatch(MANIFEST, "was trained by another version of the feature code")


def _check_file(folder: Path, name: str, entry: Mapping[str, Any]) -> None:
    """Refuses a file that is missing, cut or changed."""
    path = folder / name
    if not path.is_file():
        raise ArtifactMissing(name, f"not found in {folder}")
    if path.stat().st_size != entry["bytes"]:
        raise ArtifactMismatch(name, f"has {path.stat().st_size} bytes, the manifest says {entry['bytes']}")
    if sha256([path]) != entry["sha256"]:
        raise ArtifactMismatch(name, "is not the file that was trained (sha256 differs)")
