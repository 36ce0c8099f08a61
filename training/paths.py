"""Where training reads and writes, and the numbers it was tuned to."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
SEED: Final = 20_260


@dataclass(frozen=True, slots=True)
class Paths:
    """Inputs and outputs of a training run."""

    data: Path = ROOT / "data"
    catalog: Path = ROOT / "seeds" / "catalogo.csv"
    artifacts: Path = ROOT / "models_artifacts"
    real: Path = ROOT.parent / "shared" / "data" / "real_messages.tsv"

    @property
    def train(self) -> Path:
        """Training messages."""
        return self.data / "nlu"

    @property
    def valid(self) -> Path:
        """Messages that choose settings, calibration and threshold; never trained on."""
        return self.data / "valid"

    @property
    def test(self) -> Path:
        """Held-out messages; only the report reads them."""
        return self.data / "test"

    @property
    def lists(self) -> tuple[Path, Path]:
        """Synonyms and lookups."""
        return self.data / "synonyms", self.data / "lookups"

    @property
    def work(self) -> Path:
        """What steps hand to each other; may be deleted at any time."""
        return self.artifacts / ".work"

    @property
    def report(self) -> Path:
        """The accuracy report."""
        return self.artifacts / "report"

    @property
    def metrics_file(self) -> Path:
        """The committed metrics that a training may not fall below."""
        return self.artifacts / "metrics.json"

    @property
    def experiments_file(self) -> Path:
        """Ablations, learning curve and baselines; committed, as they take longer than the training itself."""
        return self.artifacts / "experiments.json"

    @property
    def measured_file(self) -> Path:
        """The metrics of this training."""
        return self.work / "metrics.json"


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of the models, chosen on `data/valid`."""

    seed: int = SEED
    crf_c1: float = 0.2
    crf_c2: float = 0.05
    crf_iterations: int = 50
    crf_least_seen: int = 2  # times; rarer features are left out
    copied_share: float = 0.7  # of the messages that get a noisy copy too
    swap_share: float = 0.3  # of the noisy copies that get other names
    folds: int = 2
    lr_c: float = 30.0
    view_weights: dict[str, float] = field(
        default_factory=lambda: {
            "raices": 1.0,
            "saltos": 0.5,
            "clases": 1.0,
            "sonido": 1.0,
            "crudo": 0.5,
            "senales": 0.2,
        }
    )
    cost_wrong: float = 1.0  # a wrong answer costs as much as this many needless fallbacks: dialogue mends many
    max_false_fallback: float = 0.02  # share of shoppers that the fallback rule may turn away, whatever the cost says
