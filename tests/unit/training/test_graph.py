"""A step runs when its data, settings or code changed, or its outputs are not what it wrote; else it does not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from training import graph
from training.errors import TrainingError
from training.graph import Step, code_of, forget, is_fresh, read_seconds, run_steps
from training.paths import Config, Paths


class Run:
    """What steps are given: paths, settings, and the names of those that ran."""

    def __init__(self, paths: Paths) -> None:
        self.paths, self.config, self.said = paths, Config(), list[str]()
        self.say: Callable[[str], None] = self.said.append


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A run in an empty folder with one input file."""
    (tmp_path / "in.txt").write_text("one")
    return Run(Paths(data=tmp_path, artifacts=tmp_path / "artifacts"))


def step(
    name: str = "copy", *, source: str = "in.txt", target: str = "out.txt", module: str = "training.errors"
) -> Step:
    """A step that copies one file in capitals."""

    def copy(context: Any) -> None:
        (context.paths.data / target).write_text((context.paths.data / source).read_text().upper())

    return Step(name, "copies", lambda p: [p.data / source], module, lambda p: [p.data / target], copy)


def test_a_fresh_step_does_not_run(run: Run) -> None:
    """The second run has nothing to do."""
    assert run_steps([step()], run) == ["copy"]  # type: ignore[arg-type]
    assert run_steps([step()], run) == []  # type: ignore[arg-type]
    assert "unchanged" in run.said[-1]
    assert read_seconds(run.paths)["copy"] >= 0


def test_changed_data_makes_a_step_stale(run: Run) -> None:
    """Other content of an input, and the step runs again."""
    run_steps([step()], run)  # type: ignore[arg-type]
    (run.paths.data / "in.txt").write_text("two")
    assert run_steps([step()], run) == ["copy"]  # type: ignore[arg-type]
    assert (run.paths.data / "out.txt").read_text() == "TWO"


def test_a_changed_setting_makes_a_step_stale(run: Run) -> None:
    """Another setting, and the step runs again."""
    run_steps([step()], run)  # type: ignore[arg-type]
    run.config = replace(run.config, lr_c=run.config.lr_c + 1)
    assert run_steps([step()], run) == ["copy"]  # type: ignore[arg-type]


def test_changed_code_makes_a_step_stale(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other code in a module that the step imports, and the step runs again."""
    code = run.paths.data / "code.py"
    code.write_text("x = 1")
    monkeypatch.setattr(graph, "code_of", lambda module: [code])
    run_steps([step()], run)  # type: ignore[arg-type]
    assert is_fresh(step(), run.paths, run.config)
    code.write_text("x = 2")
    assert not is_fresh(step(), run.paths, run.config)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda path: path.write_text("edited")], ids=["missing", "edited"])
def test_outputs_are_checked(run: Run, spoil: Callable[[Path], object]) -> None:
    """An output that is gone or was edited is made again."""
    run_steps([step()], run)  # type: ignore[arg-type]
    spoil(run.paths.data / "out.txt")
    assert run_steps([step()], run) == ["copy"]  # type: ignore[arg-type]
    assert (run.paths.data / "out.txt").read_text() == "ONE"


def test_only_what_follows_a_change_runs(run: Run) -> None:
    """A change runs the steps downstream of it and leaves the others alone."""
    (run.paths.data / "other.txt").write_text("one")
    steps = [step("first"), step("second", source="out.txt", target="end.txt")]
    steps.append(step("apart", source="other.txt", target="apart.txt"))
    assert run_steps(steps, run) == ["first", "second", "apart"]  # type: ignore[arg-type]
    (run.paths.data / "in.txt").write_text("two")
    assert run_steps(steps, run) == ["first", "second"]  # type: ignore[arg-type]


def test_a_step_that_fails_stays_stale(run: Run) -> None:
    """What raised is tried again the next time."""

    def fail(context: Any) -> None:
        raise TrainingError("no")

    broken = replace(step(), run=fail)
    for _ in range(2):
        with pytest.raises(TrainingError):
            run_steps([broken], run)  # type: ignore[arg-type]
    assert not is_fresh(broken, run.paths, run.config)


def test_data_edited_during_a_step_is_read_again(run: Run) -> None:
    """A step that began on older data is stale, even if it wrote its outputs after the edit."""

    def edit(context: Any) -> None:
        (context.paths.data / "in.txt").write_text("newer")
        (context.paths.data / "out.txt").write_text("OLD")

    slow = replace(step(), run=edit)
    run_steps([slow], run)  # type: ignore[arg-type]
    assert not is_fresh(slow, run.paths, run.config)


def test_a_forgotten_step_is_stale(run: Run) -> None:
    """`forget` makes a fresh step run."""
    run_steps([step()], run)  # type: ignore[arg-type]
    forget(step(), run.paths)
    assert not is_fresh(step(), run.paths, run.config)


def test_unreadable_stamps_mean_that_nothing_is_known(run: Run) -> None:
    """A cut stamp file makes everything run again."""
    run_steps([step()], run)  # type: ignore[arg-type]
    (run.paths.work / graph.STAMPS).write_text('{"copy": [')
    assert run_steps([step()], run) == ["copy"]  # type: ignore[arg-type]


def test_code_is_followed_through_imports() -> None:
    """The entity step depends on the recogniser's features and the amount grammar, not on the server or the report."""
    names = {path.relative_to(graph.ROOT).as_posix() for path in code_of("training.entities")}
    assert {"app/nlu/ner_features.py", "app/nlu/amounts/judgement.py", "training/entities.py"} <= names
    assert not {"app/main.py", "app/chat.py", "training/report/build.py"} & names
